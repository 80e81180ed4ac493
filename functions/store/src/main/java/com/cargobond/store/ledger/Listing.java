package com.cargobond.store.ledger;

import java.util.Map;

/** A place at which a subject must be found, as long as something follows from how it stands. */
public record Listing(ItemKey key, Map<String, Object> attributes) {

  /** A place of which the key says all. */
  public static Listing of(ItemKey key) {
    return new Listing(key, Map.of());
  }
}
