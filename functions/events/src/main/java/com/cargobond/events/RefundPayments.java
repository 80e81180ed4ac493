package com.cargobond.events;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.payment.NextStep;
import com.cargobond.domain.payment.OpeningHours;
import com.cargobond.domain.payment.PaymentOutcome;
import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.deposit.DepositLedger;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Pays refunds, each exactly once. An attempt is on the ledger before the bank is called; one of
 * which nobody knows the outcome is asked about before anything is sent; what never arrived is sent
 * again under its own UETR; and what the bank calls a duplicate is asked about and not sent. So it
 * may be killed at any point, and called for the same refund as often as one likes.
 */
public final class RefundPayments {

  private final DepositLedger desk;
  private final BankPayments bank;
  private final OpeningHours hours;
  private final Clock clock;
  private final Supplier<Uetr> newUetr;

  /**
   * Pays from a ledger through a bank.
   *
   * @param newUetr gives another one each time
   */
  public RefundPayments(
      DepositLedger desk,
      BankPayments bank,
      OpeningHours hours,
      Clock clock,
      Supplier<Uetr> newUetr) {
    this.desk = desk;
    this.bank = bank;
    this.hours = hours;
    this.clock = clock;
    this.newUetr = newUetr;
  }

  /**
   * Takes the next step on a refund.
   *
   * @throws IllegalArgumentException if there is no such refund
   * @throws NoAnswer if the bank did not say what became of a payment: it must be asked later
   */
  public void seeTo(RefundId id) {
    Deposit deposit =
        desk.find(id).orElseThrow(() -> new IllegalArgumentException("there is no refund " + id));
    Instant now = clock.instant();
    switch (deposit.nextStep(id, now, hours)) {
      case NextStep.Send send -> send(deposit, id, now);
      case NextStep.Ask ask -> ask(deposit, id, ask.uetr());
      case NextStep.Wait wait -> {
        // Until the bank opens, or what it rejected may have gone by.
      }
      case NextStep.Nothing nothing -> {
        // Paid, held back, or a person's.
      }
    }
  }

  private void send(Deposit deposit, RefundId id, Instant now) {
    Uetr uetr = newUetr.get();
    Deposit sent =
        desk.change(
            deposit.id(),
            before -> isDue(before, id, now) ? before.sending(id, uetr, now) : before,
            cause("SEND", uetr, now));
    if (sent.refund(id).flatMap(refund -> refund.attempt(uetr)).isPresent()) {
      learn(sent.id(), id, uetr, bank.pay(sent.refund(id).orElseThrow(), uetr));
    }
  }

  /** Somebody else may have sent it, or a court may have spoken, since it was looked at. */
  private boolean isDue(Deposit deposit, RefundId id, Instant now) {
    return deposit.nextStep(id, now, hours) instanceof NextStep.Send;
  }

  private void ask(Deposit deposit, RefundId id, Uetr uetr) {
    Instant askedAt = clock.instant();
    PaymentAnswer answer = bank.ask(uetr);
    Optional<Outcome> outcome = outcome(answer);
    if (outcome.isPresent() || answer instanceof PaymentAnswer.NeverArrived) {
      answered(deposit.id(), id, uetr, outcome, askedAt);
    }
    if (answer instanceof PaymentAnswer.NeverArrived) {
      sendAgain(id, uetr);
    }
  }

  /** Decides by what stands now: a court may have spoken while the bank was asked. */
  private void sendAgain(RefundId id, Uetr uetr) {
    Deposit deposit = desk.find(id).orElseThrow();
    if (deposit.nextStepAfterLoss(id, uetr, clock.instant(), hours) instanceof NextStep.Send) {
      learn(deposit.id(), id, uetr, bank.pay(deposit.refund(id).orElseThrow(), uetr));
    }
  }

  private record Outcome(PaymentOutcome outcome, Optional<String> reason) {}

  /** What it says became of the payment; nothing while the bank has it, or has never seen it. */
  private static Optional<Outcome> outcome(PaymentAnswer answer) {
    return switch (answer) {
      case PaymentAnswer.Settled settled ->
          Optional.of(new Outcome(PaymentOutcome.SETTLED, Optional.empty()));
      case PaymentAnswer.Rejected rejected ->
          Optional.of(new Outcome(PaymentOutcome.REJECTED, rejected.reason()));
      case PaymentAnswer.Returned returned ->
          Optional.of(new Outcome(PaymentOutcome.RETURNED, returned.reason()));
      // The bank tells the outcome, or is asked for it.
      case PaymentAnswer.Accepted accepted -> Optional.empty();
      case PaymentAnswer.NeverArrived never -> Optional.empty();
    };
  }

  private void learn(DepositId deposit, RefundId id, Uetr uetr, PaymentAnswer answer) {
    if (answer instanceof PaymentAnswer.NeverArrived) {
      throw new IllegalStateException("what was just sent is known to the bank");
    }
    Instant now = clock.instant();
    outcome(answer)
        .ifPresent(
            told ->
                desk.change(
                    deposit,
                    before -> before.told(id, uetr, told.outcome, told.reason, now),
                    cause(told.outcome.name(), uetr, now)));
  }

  private void answered(
      DepositId deposit, RefundId id, Uetr uetr, Optional<Outcome> told, Instant askedAt) {
    Instant now = clock.instant();
    desk.change(
        deposit,
        before ->
            before.answered(
                id, uetr, told.map(Outcome::outcome), told.flatMap(Outcome::reason), askedAt, now),
        cause(told.map(each -> each.outcome.name()).orElse("NEVER_ARRIVED"), uetr, now));
  }

  private static Cause cause(String decision, Uetr uetr, Instant now) {
    return new Cause(EventFunction.PAY.functionName(), decision, List.of(uetr.value()), now);
  }
}
