package com.cargobond.domain.deposit;

import com.cargobond.domain.deposit.DepositFact.ConversionApproved;
import com.cargobond.domain.deposit.DepositFact.Forfeited;
import com.cargobond.domain.deposit.DepositFact.PayeeApproved;
import com.cargobond.domain.deposit.DepositFact.RefundApproved;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.payment.AccountHolder;
import com.cargobond.domain.payment.ApprovalNo;
import java.util.List;
import java.util.Optional;

/**
 * What Customs ordered under a number, whoever signed it and whenever it was said: two words are
 * the same order if they are equal here.
 *
 * @param payee as the order names it, in one spelling
 */
record Order(
    Kind kind,
    ApprovalNo number,
    Optional<Money> amount,
    Optional<AccountHolder> payee,
    Optional<String> taxNoticeNo) {

  /** What it does with the money. */
  enum Kind {
    REFUND,
    CONVERSION,
    FORFEITURE,
    /** It names an account, and moves nothing. */
    PAYEE;

    /** Whether the money ends with the treasury. */
    boolean isForTheTreasury() {
      return this == CONVERSION || this == FORFEITURE;
    }
  }

  /**
   * A number and what it counts: Customs counts approvals of amounts, approvals of payees and
   * orders of forfeiture apart, so that one number may stand for one of each.
   */
  record Number(Counted counted, ApprovalNo value) {}

  /** What has numbers of its own. */
  enum Counted {
    AMOUNTS,
    PAYEES,
    FORFEITURES
  }

  /** What the event orders; empty if it takes the deposit, or is a court's. */
  static Optional<Order> in(ShipmentEvent event) {
    return switch (event.fact()) {
      case RefundApproved it ->
          Optional.of(
              new Order(
                  Kind.REFUND,
                  it.approval().number(),
                  Optional.of(it.approval().amount()),
                  it.payee().map(AccountHolder::folded),
                  Optional.empty()));
      case ConversionApproved it ->
          Optional.of(
              new Order(
                  Kind.CONVERSION,
                  it.approval().number(),
                  Optional.of(it.approval().amount()),
                  Optional.empty(),
                  Optional.of(it.taxNoticeNo())));
      case Forfeited it ->
          Optional.of(
              new Order(
                  Kind.FORFEITURE,
                  it.order().number(),
                  Optional.of(it.order().amount()),
                  Optional.empty(),
                  Optional.empty()));
      case PayeeApproved it ->
          Optional.of(
              new Order(
                  Kind.PAYEE,
                  it.approvalNo(),
                  Optional.empty(),
                  Optional.of(it.payee().folded()),
                  Optional.empty()));
      default -> Optional.empty();
    };
  }

  /** Who signed what the event orders. */
  static List<String> approvers(ShipmentEvent event) {
    return switch (event.fact()) {
      case RefundApproved it -> it.approval().approvers();
      case ConversionApproved it -> it.approval().approvers();
      case Forfeited it -> it.order().approvers();
      case PayeeApproved it -> it.approvers();
      default -> List.of();
    };
  }

  Number key() {
    Counted counted =
        switch (kind) {
          case REFUND, CONVERSION -> Counted.AMOUNTS;
          case PAYEE -> Counted.PAYEES;
          case FORFEITURE -> Counted.FORFEITURES;
        };
    return new Number(counted, number);
  }

  /** What it moves, in minor units. */
  long minor() {
    return amount.map(Money::minor).orElse(0L);
  }
}
