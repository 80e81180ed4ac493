package com.cargobond.domain.deposit;

import com.cargobond.domain.deposit.DepositFact.Taken;
import com.cargobond.domain.payment.Approvers;
import java.util.Optional;

/** The rules that an order breaks whatever else was ordered: it could never have been meant. */
final class OrderRules {

  private OrderRules() {}

  static Optional<ApprovalRefusal> broken(CustomsWord<Order> word, Taken taken) {
    Order order = word.content();
    if (!word.event().countsFor(taken.declarationNo())) {
      return Optional.of(ApprovalRefusal.OTHER_OFFICE);
    }
    if (!Approvers.areTwo(Order.approvers(word.event()))) {
      return Optional.of(ApprovalRefusal.SAME_APPROVER);
    }
    if (order.amount().filter(it -> !it.currency().equals(taken.amount().currency())).isPresent()) {
      return Optional.of(ApprovalRefusal.OTHER_CURRENCY);
    }
    if (order.payee().filter(payee -> !payee.isSameCompanyAs(taken.payer())).isPresent()) {
      return Optional.of(ApprovalRefusal.PAYEE_MISMATCH);
    }
    return order.minor() > taken.amount().minor()
        ? Optional.of(ApprovalRefusal.MORE_THAN_HELD)
        : Optional.empty();
  }
}
