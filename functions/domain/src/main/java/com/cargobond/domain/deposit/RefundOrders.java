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

  static RefundId id(Telling<Order> telling) {
    RefundApproved approved = (RefundApproved) telling.event().fact();
    return RefundId.of(approved.depositId(), approved.approval().number());
  }

  static Refund refund(Telling<Order> telling, Telling<Taken> taking) {
    RefundApproved approved = (RefundApproved) telling.event().fact();
    Approval approval = approved.approval();
    return Refund.due(
        id(telling),
        approval,
        DepositInterest.of(
            approval.amount(),
            ChinaDay.of(taking.event().time()),
            ChinaDay.of(telling.event().time())),
        approved.payee().orElse(taking.content().payer()));
  }

  /**
   * The order of a refund that was sent though Customs' words are in doubt. Only versions before
   * this one did: they did the first that they heard, unless it was wrong in itself.
   */
  static Telling<Order> heardFirst(CustomsWords words, PaymentId refund) {
    List<Telling<Order>> heard =
        words.ordersAsDecidedOnArrival().stream()
            .filter(telling -> telling.content().kind() == Order.Kind.REFUND)
            .filter(telling -> id(telling).equals(refund))
            .toList();
    return heard.stream()
        .filter(
            telling ->
                words.takings().stream()
                    .anyMatch(taking -> OrderRules.broken(telling, taking.content()).isEmpty()))
        .findFirst()
        .orElseGet(heard::getFirst);
  }
}
