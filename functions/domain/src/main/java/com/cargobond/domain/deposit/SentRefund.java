package com.cargobond.domain.deposit;

import com.cargobond.domain.money.Money;
import com.cargobond.domain.payment.Approval;
import com.cargobond.domain.payment.ApprovalNo;
import java.util.Optional;

/**
 * A refund that was handed to the bank.
 *
 * @param refund as it was sent last, or as the bank says that it paid
 * @param order what Customs had ordered then: it stays while money may have moved by it
 * @param payeeOf the number under which Customs approved the account that it goes to now, if it is
 *     not the one of the order; versions before this one knew an account without such a word
 */
record SentRefund(Refund refund, Order order, Optional<ApprovalNo> payeeOf) {

  /** What Customs had ordered when an attempt was made. */
  record Content(RefundId refund, Order order, Approval approval, Money interest) {}

  boolean isBound() {
    return refund.isBound();
  }
}
