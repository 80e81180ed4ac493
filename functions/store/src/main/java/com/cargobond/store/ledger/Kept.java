package com.cargobond.store.ledger;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * A part of an item that is written again and again as it is: how many bytes it has is counted
 * once.
 */
public final class Kept extends AbstractMap<String, Object> {

  private final Map<String, Object> fields;
  private volatile long bytes;

  /** Keeps the map: nobody changes it. */
  public Kept(Map<String, Object> fields) {
    this.fields = Collections.unmodifiableMap(fields);
  }

  long bytes() {
    long counted = bytes;
    if (counted == 0) {
      counted = ItemSize.ofFields(fields);
      bytes = counted;
    }
    return counted;
  }

  @Override
  public Object get(Object name) {
    return fields.get(name);
  }

  @Override
  public boolean containsKey(Object name) {
    return fields.containsKey(name);
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return fields.entrySet();
  }
}
