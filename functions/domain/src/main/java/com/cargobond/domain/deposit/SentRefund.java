package com.cargobond.domain.deposit;

import com.cargobond.domain.payment.ApprovalNo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A refund that was handed to the bank.
 *
 * @param order what Customs had ordered then: it stays, whatever Customs says since
 * @param repairedBy the numbers of approval by which it was sent to other accounts, oldest first
 * @param payeeOf the number under which Customs approved the account that it goes to now, if it is
 *     not the one of the order; versions before this one knew an account without such a word
 */
record SentRefund(
    Refund refund, Order order, List<ApprovalNo> repairedBy, Optional<ApprovalNo> payeeOf) {

  SentRefund {
    repairedBy = List.copyOf(repairedBy);
  }

  static SentRefund first(Refund refund, Order order) {
    return new SentRefund(refund, order, List.of(), Optional.empty());
  }

  SentRefund with(Refund changed) {
    return new SentRefund(changed, order, repairedBy, payeeOf);
  }

  SentRefund repaired(Refund changed, ApprovalNo number, Optional<ApprovalNo> payee) {
    List<ApprovalNo> longer = new ArrayList<>(repairedBy);
    longer.add(number);
    return new SentRefund(changed, order, longer, payee);
  }
}
