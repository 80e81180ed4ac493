package com.cargobond.store.ledger;

import java.util.Map;
import java.util.Optional;

/**
 * A part of a subject that is written under a revision of its own.
 *
 * @param body its attributes
 * @param line what its trail tells of the change; empty if it tells nothing
 */
public record Entry(ItemKey key, Map<String, Object> body, Optional<Line> line) {

  /** An entry without a trail. */
  public static Entry of(ItemKey key, Map<String, Object> body) {
    return new Entry(key, body, Optional.empty());
  }

  /**
   * What a trail tells of a change.
   *
   * @param trail the subject of the trail
   * @param before how it stood; empty if it is new
   * @param after how it stands since
   */
  public record Line(String trail, String before, String after) {}
}
