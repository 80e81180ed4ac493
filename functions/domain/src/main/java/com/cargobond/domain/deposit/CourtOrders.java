package com.cargobond.domain.deposit;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * What courts forbid. Of each order the latest word by business time counts, whatever the order of
 * arrival, since a court may lift an order and make it again. Mutable while a journal is read.
 */
final class CourtOrders {

  private static final Comparator<Word> LATEST =
      Comparator.comparing(Word::at).thenComparing(Word::lifts);

  private final Map<String, Word> words = new HashMap<>();

  /**
   * What a court said of its order.
   *
   * @param lifts whether it lifts the order; of two words of one moment that one counts
   */
  private record Word(Instant at, boolean lifts) {}

  void frozen(String orderNo, Instant at) {
    hear(orderNo, new Word(at, false));
  }

  void lifted(String orderNo, Instant at) {
    hear(orderNo, new Word(at, true));
  }

  /** Whether any order stands. */
  boolean freeze() {
    return words.values().stream().anyMatch(word -> !word.lifts);
  }

  private void hear(String orderNo, Word word) {
    words.merge(orderNo, word, BinaryOperator.maxBy(LATEST));
  }
}
