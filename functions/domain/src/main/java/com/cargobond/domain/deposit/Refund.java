package com.cargobond.domain.deposit;

import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.payment.AccountHolder;
import com.cargobond.domain.payment.Approval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Money on its way back, by one approval. It has one end-to-end id and as many attempts as it
 * takes, each with its own UETR; at most the last of them is without an outcome.
 *
 * @param interest paid on top; it is not of the deposit's money
 * @param attemptsBeforeRepair how many of them were made before the last repair
 */
public record Refund(
    RefundId id,
    Approval approval,
    Money interest,
    AccountHolder payee,
    RefundStatus status,
    List<Attempt> attempts,
    int attemptsBeforeRepair) {

  /** After so many attempts on one account a person looks at it. */
  public static final int ATTEMPTS_MAX = 5;

  public Refund {
    attempts = List.copyOf(attempts);
    boolean waits = !attempts.isEmpty() && attempts.getLast().outcome().isEmpty();
    if (waits != (status == RefundStatus.SENT)) {
      throw new IllegalStateException("refund " + id + " is " + status);
    }
  }

  /** What the bank knows it by, in every attempt. */
  public String endToEndId() {
    return id.value();
  }

  /** How much of the deposit is paid back. */
  public Money amount() {
    return approval.amount();
  }

  /** What the bank is to pay. */
  public Money payment() {
    return amount().plus(interest);
  }

  /** The attempts on the account that is paid to now. */
  int attemptsSinceRepair() {
    return attempts.size() - attemptsBeforeRepair;
  }

  /** Whether it waits to be sent. */
  public boolean isDue() {
    return status == RefundStatus.APPROVED || status == RefundStatus.FAILED;
  }

  /** Whether it is on its way, or asked about, or waits to be sent. */
  public boolean isOpen() {
    return isDue() || status == RefundStatus.SENT || status == RefundStatus.ASKING;
  }

  /** Whether its amount is held for it. */
  boolean isPromised() {
    return isDue() || status == RefundStatus.ASKING || status == RefundStatus.REPAIR;
  }

  /**
   * Whether an attempt has paid or may have: then it is what was sent. Otherwise nothing of it has
   * moved, and it is what Customs says of it.
   */
  boolean isBound() {
    return status == RefundStatus.SENT
        || status == RefundStatus.ASKING
        || status == RefundStatus.REFUNDED;
  }

  /** The attempt with this UETR. */
  public Optional<Attempt> attempt(Uetr uetr) {
    return attempts.stream().filter(attempt -> attempt.uetr().equals(uetr)).findFirst();
  }

  /** The attempt after which nobody knows whether the bank has paid. */
  Optional<Attempt> awaited() {
    return status == RefundStatus.SENT || status == RefundStatus.ASKING
        ? Optional.of(attempts.getLast())
        : Optional.empty();
  }

  /** When it may be tried again; empty unless it failed and is tried again. */
  Optional<Instant> retriedFrom() {
    return status == RefundStatus.FAILED
        ? attempts.stream()
            .filter(attempt -> attempt.decidedAt().isPresent())
            .max(Comparator.comparing(attempt -> attempt.decidedAt().orElseThrow()))
            .map(
                failed ->
                    failed
                        .decidedAt()
                        .orElseThrow()
                        .plus(RefundReasons.waitAfter(failed.reason(), attemptsSinceRepair())))
        : Optional.empty();
  }

  Refund send(Attempt attempt) {
    List<Attempt> longer = new ArrayList<>(attempts);
    longer.add(attempt);
    return new Refund(
        id, approval, interest, payee, RefundStatus.SENT, longer, attemptsBeforeRepair);
  }

  Refund with(Attempt changed, RefundStatus statusAfter) {
    return new Refund(
        id,
        approval,
        interest,
        payee,
        statusAfter,
        attempts.stream()
            .map(attempt -> attempt.uetr().equals(changed.uetr()) ? changed : attempt)
            .toList(),
        attemptsBeforeRepair);
  }

  /** The same attempts at what Customs orders by now. */
  Refund ordered(Approval other, Money otherInterest, AccountHolder otherPayee) {
    return new Refund(id, other, otherInterest, otherPayee, status, attempts, attemptsBeforeRepair);
  }

  Refund is(RefundStatus statusAfter) {
    return new Refund(id, approval, interest, payee, statusAfter, attempts, attemptsBeforeRepair);
  }

  Refund payTo(AccountHolder other) {
    return new Refund(
        id, approval, interest, other, RefundStatus.APPROVED, attempts, attempts.size());
  }
}
