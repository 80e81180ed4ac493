package com.cargobond.local.bank;

import java.util.Optional;

/**
 * What became of a payment that arrived.
 *
 * @param first the payment's first booking; empty where the bank turned it away unbooked
 * @param answer how to answer
 * @param notifications how many times to tell what comes later; 0 for a payment seen before, whose
 *     later states are told already
 */
record Receipt(Optional<Booking> first, AnswerMode answer, int notifications) {

  static Receipt booked(Booking first, AnswerMode answer, int notifications) {
    return new Receipt(Optional.of(first), answer, notifications);
  }

  static Receipt repeated(Booking first) {
    return new Receipt(Optional.of(first), AnswerMode.AT_ONCE, 0);
  }

  static Receipt turnedAway(AnswerMode answer) {
    return new Receipt(Optional.empty(), answer, 0);
  }
}
