package com.cargobond.domain.deposit;

import com.cargobond.domain.payment.ApprovalNo;
import java.util.Optional;

/**
 * What became of the orders under one number.
 *
 * @param word the one that counts
 * @param refusal the rule that it broke, if it was refused
 */
record Verdict(
    CustomsWord<Order> word, Decision.Standing standing, Optional<ApprovalRefusal> refusal) {

  static Verdict waiting(CustomsWord<Order> word) {
    return new Verdict(word, Decision.Standing.WAITING, Optional.empty());
  }

  Order.Number key() {
    return word.content().key();
  }

  /** Whether it is about the payee that Customs approved under a number. */
  boolean isAboutPayee(ApprovalNo number) {
    return key().equals(new Order.Number(Order.Counted.PAYEES, number));
  }
}
