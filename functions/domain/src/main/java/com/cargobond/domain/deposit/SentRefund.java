package com.cargobond.domain.deposit;

import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.payment.Approval;
import com.cargobond.domain.payment.ApprovalNo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A refund that was handed to the bank.
 *
 * @param refund as it was sent last, or as the bank says that it paid
 * @param order what Customs had ordered then: it stays while money may have moved by it
 * @param contents what each attempt was of
 * @param repairedBy the numbers of approval by which it was sent to other accounts, oldest first
 * @param payeeOf the number under which Customs approved the account that it goes to now, if it is
 *     not the one of the order; versions before this one knew an account without such a word
 */
record SentRefund(
    Refund refund,
    Order order,
    Map<Uetr, Content> contents,
    List<ApprovalNo> repairedBy,
    Optional<ApprovalNo> payeeOf) {

  /** What Customs had ordered when an attempt was made. */
  record Content(Order order, Approval approval, Money interest) {}

  SentRefund {
    contents = Map.copyOf(contents);
    repairedBy = List.copyOf(repairedBy);
  }

  static SentRefund first(Refund refund, Order order) {
    return new SentRefund(refund, order, Map.of(), List.of(), Optional.empty());
  }

  boolean isBound() {
    return refund.isBound();
  }

  SentRefund with(Refund changed) {
    return new SentRefund(changed, order, contents, repairedBy, payeeOf);
  }

  /** One more attempt, at what Customs orders by now. */
  SentRefund sending(Refund due, Order by, DepositEntry.Sent step) {
    Map<Uetr, Content> more = new HashMap<>(contents);
    more.put(step.uetr(), new Content(by, due.approval(), due.interest()));
    return new SentRefund(
        due.send(Attempt.sent(step.uetr(), step.at(), due.payee(), due.payment())),
        by,
        more,
        repairedBy,
        payeeOf);
  }

  /** How much of the deposit an attempt was to pay back. */
  Money amountOf(Attempt attempt) {
    return contents.get(attempt.uetr()).approval().amount();
  }

  /** It was this attempt that paid: what it was of is what the refund is. */
  SentRefund paidBy(Attempt settled) {
    Content paid = contents.get(settled.uetr());
    return new SentRefund(
        refund
            .ordered(paid.approval(), paid.interest(), settled.payee())
            .with(settled, RefundStatus.REFUNDED),
        paid.order(),
        contents,
        repairedBy,
        payeeOf);
  }

  SentRefund repaired(Refund changed, ApprovalNo number, Optional<ApprovalNo> payee) {
    List<ApprovalNo> longer = new ArrayList<>(repairedBy);
    longer.add(number);
    return new SentRefund(changed, order, contents, longer, payee);
  }
}
