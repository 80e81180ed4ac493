package com.cargobond.local.bank;

import java.util.List;

/**
 * What the bank does with a payment.
 *
 * @param answer how it answers
 * @param states what it books, at least one: the first before it answers, the others later
 * @param notifications how many times it tells each later state, at least 1
 */
public record PaymentPlan(AnswerMode answer, List<PaymentState> states, int notifications) {

  /** Checks that each state may follow the one before, and that what comes later is told. */
  public PaymentPlan {
    states = List.copyOf(states);
    if (states.isEmpty()
        || states.getFirst().status() == PaymentStatus.RETURNED
        || notifications < 1) {
      throw new IllegalArgumentException("no bank answers with " + states);
    }
    for (int i = 1; i < states.size(); i++) {
      if (!states.get(i - 1).status().mayBecome(states.get(i).status())) {
        throw new IllegalArgumentException("no bank books " + states);
      }
    }
  }
}
