package com.cargobond.domain.deposit;

import com.cargobond.domain.calendar.ChinaDay;
import com.cargobond.domain.deposit.DepositFact.RefundApproved;
import com.cargobond.domain.deposit.DepositFact.Taken;
import com.cargobond.domain.payment.Approval;
import com.cargobond.domain.payment.PaymentId;
import java.util.List;

/** Refunds as Customs ordered them, before anything was done about them. */
final class RefundOrders {

  private RefundOrders() {}

  static RefundId id(CustomsWord<Order> word) {
    RefundApproved approved = (RefundApproved) word.event().fact();
    return RefundId.of(approved.depositId(), approved.approval().number());
  }

  static Refund refund(CustomsWord<Order> word, CustomsWord<Taken> taking) {
    RefundApproved approved = (RefundApproved) word.event().fact();
    Approval approval = approved.approval();
    return Refund.due(
        id(word),
        approval,
        DepositInterest.of(
            approval.amount(),
            ChinaDay.of(taking.event().time()),
            ChinaDay.of(word.event().time())),
        approved.payee().orElse(taking.content().payer()));
  }

  /**
   * The order of a refund that was sent though Customs' words are in doubt. Only versions before
   * this one did: they did the first that they heard, unless it was wrong in itself.
   */
  static CustomsWord<Order> heardFirst(CustomsWords words, PaymentId refund) {
    List<CustomsWord<Order>> heard =
        words.ordersAsDecidedOnArrival().stream()
            .filter(word -> word.content().kind() == Order.Kind.REFUND)
            .filter(word -> id(word).equals(refund))
            .toList();
    return heard.stream()
        .filter(
            word ->
                words.takings().stream()
                    .anyMatch(taking -> OrderRules.broken(word, taking.content()).isEmpty()))
        .findFirst()
        .orElseGet(heard::getFirst);
  }
}
