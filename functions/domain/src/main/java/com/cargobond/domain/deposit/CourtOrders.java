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

  /** Of two words of one moment the one that forbids counts: a tie must not pay. */
  private static final Comparator<Word> LATEST =
      Comparator.comparing(Word::at).thenComparing(Word::freezes);

  private final Map<String, Word> words = new HashMap<>();

  /** What a court said of its order. */
  private record Word(Instant at, boolean freezes) {}

  void frozen(String orderNo, Instant at) {
    hear(orderNo, new Word(at, true));
  }

  void lifted(String orderNo, Instant at) {
    hear(orderNo, new Word(at, false));
  }

  /** Whether any order stands. */
  boolean freeze() {
    return words.values().stream().anyMatch(Word::freezes);
  }

  private void hear(String orderNo, Word word) {
    words.merge(orderNo, word, BinaryOperator.maxBy(LATEST));
  }
}
