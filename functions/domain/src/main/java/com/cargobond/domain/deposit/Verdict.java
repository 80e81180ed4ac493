package com.cargobond.domain.deposit;

import com.cargobond.domain.payment.ApprovalNo;
import java.util.Optional;

/**
 * What became of the orders under one number.
 *
 * @param telling the one that counts
 * @param refusal the rule that it broke, if it was refused
 */
record Verdict(
    Telling<Order> telling, Decision.Standing standing, Optional<ApprovalRefusal> refusal) {

  static Verdict waiting(Telling<Order> telling) {
    return new Verdict(telling, Decision.Standing.WAITING, Optional.empty());
  }

  Order.Number key() {
    return telling.content().key();
  }

  /** Whether it is about the payee that Customs approved under a number. */
  boolean isAboutPayee(ApprovalNo number) {
    return key().equals(new Order.Number(Order.Counted.PAYEES, number));
  }
}
