package com.cargobond.store.ledger;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Sets as they are written: always in the same order. */
public final class Sets {

  private static final String SEPARATOR = ",";

  private Sets() {}

  /** As text. */
  public static String join(Collection<?> values) {
    return values.stream().map(Object::toString).sorted().collect(Collectors.joining(SEPARATOR));
  }

  /** What {@link #join} wrote. */
  public static Set<String> split(String joined) {
    return joined.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(joined.split(SEPARATOR)));
  }
}
