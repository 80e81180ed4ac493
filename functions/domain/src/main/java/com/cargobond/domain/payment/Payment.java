package com.cargobond.domain.payment;

import com.cargobond.domain.calendar.ChinaDay;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Money that something owes somebody and pays once. It has one end-to-end id and as many attempts
 * as it takes, each with its own UETR; at most the last of them is without an outcome.
 *
 * @param amount what the next attempt is to pay, or what was sent
 * @param payee to whom
 * @param attemptsBeforeRepair how many attempts were made before the last repair
 * @param repairedBy the numbers of approval by which it was sent to other accounts, oldest first
 */
public record Payment(
    PaymentId id,
    RailName rail,
    Money amount,
    AccountHolder payee,
    PaymentStatus status,
    List<Attempt> attempts,
    int attemptsBeforeRepair,
    List<ApprovalNo> repairedBy) {

  public Payment {
    attempts = List.copyOf(attempts);
    repairedBy = List.copyOf(repairedBy);
    boolean waits = !attempts.isEmpty() && attempts.getLast().outcome().isEmpty();
    if (waits != (status == PaymentStatus.SENT)) {
      throw new IllegalStateException("payment " + id + " is " + status);
    }
  }

  /** One that was never sent. */
  public static Payment due(PaymentId id, RailName rail, Money amount, AccountHolder payee) {
    return new Payment(id, rail, amount, payee, PaymentStatus.DUE, List.of(), 0, List.of());
  }

  /** The same attempts at what its owner owes by now. */
  public Payment ordered(Money otherAmount, AccountHolder otherPayee) {
    return new Payment(
        id, rail, otherAmount, otherPayee, status, attempts, attemptsBeforeRepair, repairedBy);
  }

  /** Its owner does not want it any more; no attempt has paid, or may have. */
  public Payment withdrawn() {
    return with(PaymentStatus.WITHDRAWN, attempts);
  }

  /** Whether it waits to be sent. */
  public boolean isDue() {
    return status == PaymentStatus.DUE || status == PaymentStatus.FAILED;
  }

  /** Whether it is on its way, or asked about, or waits to be sent. */
  public boolean isOpen() {
    return isDue() || status == PaymentStatus.SENT || status == PaymentStatus.ASKING;
  }

  /**
   * Whether an attempt has paid or may have: then it is what was sent. Otherwise nothing of it has
   * moved, and it is what its owner says of it.
   */
  public boolean isBound() {
    return status == PaymentStatus.SENT
        || status == PaymentStatus.ASKING
        || status == PaymentStatus.SETTLED;
  }

  /** The attempt with this UETR. */
  public Optional<Attempt> attempt(Uetr uetr) {
    return attempts.stream().filter(attempt -> attempt.uetr().equals(uetr)).findFirst();
  }

  /** The attempt that has paid. */
  public Optional<Attempt> settled() {
    return attempts.stream().filter(attempt -> attempt.is(PaymentOutcome.SETTLED)).findFirst();
  }

  /** The attempt after which nobody knows whether the bank has paid. */
  Optional<Attempt> awaited() {
    return status == PaymentStatus.SENT || status == PaymentStatus.ASKING
        ? Optional.of(attempts.getLast())
        : Optional.empty();
  }

  /** When it may be tried again; empty unless it failed and is tried again. */
  Optional<Instant> retriedFrom() {
    return status == PaymentStatus.FAILED
        ? attempts.stream()
            .filter(attempt -> attempt.decidedAt().isPresent())
            .max(Comparator.comparing(attempt -> attempt.decidedAt().orElseThrow()))
            .map(this::retriedFrom)
        : Optional.empty();
  }

  private Instant retriedFrom(Attempt failed) {
    Instant failedAt = failed.decidedAt().orElseThrow();
    return failedAt.plus(
        reason(failed.reason(), failedAt).waitAfter(attempts.size() - attemptsBeforeRepair));
  }

  /** What follows from a reason that is given at a moment. */
  PaymentReasons.Rule reason(Optional<String> code, Instant at) {
    return PaymentReasons.of(rail).rule(code, ChinaDay.of(at));
  }

  /** Whether another attempt on this account follows from a reason that is given at a moment. */
  boolean isRetried(Optional<String> code, Instant at) {
    return reason(code, at).isRetriedAfter(attempts.size() - attemptsBeforeRepair);
  }

  Payment send(Uetr uetr, Instant at) {
    List<Attempt> longer = new ArrayList<>(attempts);
    longer.add(Attempt.sent(uetr, at, payee, amount));
    return with(PaymentStatus.SENT, longer);
  }

  Payment with(Attempt changed, PaymentStatus statusAfter) {
    return with(
        statusAfter,
        attempts.stream()
            .map(attempt -> attempt.uetr().equals(changed.uetr()) ? changed : attempt)
            .toList());
  }

  Payment is(PaymentStatus statusAfter) {
    return with(statusAfter, attempts);
  }

  /** It was this attempt that paid: what it was of is what the payment is. */
  Payment paidBy(Attempt settled) {
    return ordered(settled.amount(), settled.payee()).with(settled, PaymentStatus.SETTLED);
  }

  Payment payTo(AccountHolder other, ApprovalNo number) {
    List<ApprovalNo> numbers = new ArrayList<>(repairedBy);
    numbers.add(number);
    return new Payment(
        id, rail, amount, other, PaymentStatus.DUE, attempts, attempts.size(), numbers);
  }

  private Payment with(PaymentStatus statusAfter, List<Attempt> attemptsAfter) {
    return new Payment(
        id, rail, amount, payee, statusAfter, attemptsAfter, attemptsBeforeRepair, repairedBy);
  }
}
