package com.cargobond.events;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.deposit.BankHours;
import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.NextStep;
import com.cargobond.domain.deposit.PaymentOutcome;
import com.cargobond.domain.deposit.Refund;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.identity.DepositId;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.store.DepositDesk;
import com.cargobond.store.EventFunction;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Pays refunds, each exactly once. An attempt is on the ledger before the bank is called; one of
 * which nobody knows the outcome is asked about before anything is sent; and what never arrived is
 * sent again under its own UETR. So it may be killed at any point, and called for the same refund
 * as often as one likes.
 */
public final class RefundPayments {

  private final DepositDesk desk;
  private final BankPayments bank;
  private final BankHours hours;
  private final Clock clock;
  private final Supplier<Uetr> newUetr;

  /**
   * Pays from a ledger through a bank.
   *
   * @param newUetr gives another one each time
   */
  public RefundPayments(
      DepositDesk desk, BankPayments bank, BankHours hours, Clock clock, Supplier<Uetr> newUetr) {
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
        // Until the bank opens.
      }
      case NextStep.Nothing nothing -> {
        // Paid, frozen, or a person's.
      }
    }
  }

  private void send(Deposit deposit, RefundId id, Instant now) {
    Uetr uetr = newUetr.get();
    Deposit sent =
        desk.change(
            deposit.id(), before -> before.sending(id, uetr, now), cause("SEND", uetr, now));
    learn(sent.id(), id, uetr, bank.pay(refund(sent, id), uetr));
  }

  private void ask(Deposit deposit, RefundId id, Uetr uetr) {
    PaymentAnswer answer = bank.ask(uetr);
    if (answer instanceof PaymentAnswer.NeverArrived) {
      sendAgain(id, uetr);
    } else {
      learn(deposit.id(), id, uetr, answer);
    }
  }

  /** Decides by what stands now: a court may have spoken while the bank was asked. */
  private void sendAgain(RefundId id, Uetr uetr) {
    Deposit deposit = desk.find(id).orElseThrow();
    if (deposit.nextStepAfterLoss(id, uetr, clock.instant(), hours) instanceof NextStep.Send) {
      learn(deposit.id(), id, uetr, bank.pay(refund(deposit, id), uetr));
    }
  }

  private void learn(DepositId deposit, RefundId id, Uetr uetr, PaymentAnswer answer) {
    switch (answer) {
      case PaymentAnswer.Settled settled ->
          told(deposit, id, uetr, PaymentOutcome.SETTLED, Optional.empty());
      case PaymentAnswer.Rejected rejected ->
          told(deposit, id, uetr, PaymentOutcome.REJECTED, rejected.reason());
      case PaymentAnswer.Returned returned ->
          told(deposit, id, uetr, PaymentOutcome.RETURNED, returned.reason());
      case PaymentAnswer.Accepted accepted -> {
        // The bank tells the outcome, or is asked for it.
      }
      case PaymentAnswer.NeverArrived never ->
          throw new IllegalStateException("what was just sent is known to the bank");
    }
  }

  private void told(
      DepositId deposit, RefundId id, Uetr uetr, PaymentOutcome outcome, Optional<String> reason) {
    Instant now = clock.instant();
    desk.change(
        deposit,
        before -> before.told(id, uetr, outcome, reason, now),
        cause(outcome.name(), uetr, now));
  }

  private static Cause cause(String decision, Uetr uetr, Instant now) {
    return new Cause(
        EventFunction.PAY_REFUNDS.functionName(), decision, List.of(uetr.value()), now);
  }

  private static Refund refund(Deposit deposit, RefundId id) {
    return deposit.refund(id).orElseThrow();
  }
}
