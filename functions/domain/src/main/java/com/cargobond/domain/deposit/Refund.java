package com.cargobond.domain.deposit;

import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.payment.AccountHolder;
import com.cargobond.domain.payment.Approval;
import com.cargobond.domain.payment.Attempt;
import com.cargobond.domain.payment.Payment;
import java.util.List;
import java.util.Optional;

/**
 * Money on its way back, by one approval.
 *
 * @param interest paid on top; it is not of the deposit's money
 * @param payment of amount and interest together
 */
public record Refund(RefundId id, Approval approval, Money interest, Payment payment) {

  /** One that was never sent. */
  static Refund due(RefundId id, Approval approval, Money interest, AccountHolder payee) {
    Money amount = approval.amount().plus(interest);
    return new Refund(id, approval, interest, Payment.due(id, RefundTerms.RAIL, amount, payee));
  }

  /** What the bank knows it by, in every attempt. */
  public String endToEndId() {
    return id.value();
  }

  public RefundStatus status() {
    return RefundStatus.of(payment.status());
  }

  /** How much of the deposit is paid back. */
  public Money amount() {
    return approval.amount();
  }

  public AccountHolder payee() {
    return payment.payee();
  }

  public List<Attempt> attempts() {
    return payment.attempts();
  }

  /** The attempt with this UETR. */
  public Optional<Attempt> attempt(Uetr uetr) {
    return payment.attempt(uetr);
  }

  /** Whether it waits to be sent. */
  public boolean isDue() {
    return payment.isDue();
  }

  /** Whether it is on its way, or asked about, or waits to be sent. */
  public boolean isOpen() {
    return payment.isOpen();
  }

  /** Whether its amount is held for it. */
  boolean isPromised() {
    return isDue() || status() == RefundStatus.ASKING || status() == RefundStatus.REPAIR;
  }

  /**
   * Whether an attempt has paid or may have: then it is what was sent. Otherwise nothing of it has
   * moved, and it is what Customs says of it.
   */
  boolean isBound() {
    return payment.isBound();
  }

  /** The same attempts at what Customs orders by now. */
  Refund ordered(Approval other, Money otherInterest, AccountHolder otherPayee) {
    return new Refund(
        id, other, otherInterest, payment.ordered(other.amount().plus(otherInterest), otherPayee));
  }

  /** By Customs' words of today it is no refund. */
  Refund lapsed() {
    return new Refund(id, approval, interest, payment.withdrawn());
  }
}
