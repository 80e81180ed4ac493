package com.cargobond.events.payment;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.payment.NextStep;
import com.cargobond.domain.payment.PayingSubject;
import com.cargobond.domain.payment.PaymentId;
import com.cargobond.domain.payment.PaymentOutcome;
import com.cargobond.domain.payment.RailName;
import com.cargobond.events.frame.FunctionLedger;
import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.payment.OwedPayment;
import com.cargobond.store.payment.PaymentLedger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes payments, each exactly once. An attempt is on the ledger before the counterparty is called;
 * one of which nobody knows the outcome is asked about before anything is sent; what never arrived
 * is sent again under its own UETR; and what is called a duplicate is asked about and not sent. So
 * it may be killed at any point, and called for the same payment as often as one likes.
 */
@Singleton
public final class Payments {

  private final PaymentLedger ledger;
  private final Function<RailName, Rail> rails;
  private final Clock clock;
  private final Supplier<Uetr> newUetr;

  @Inject
  Payments(FunctionLedger ledger, Rails rails) {
    this(
        new PaymentLedger(ledger.get()),
        rails::get,
        Clock.systemUTC(),
        () -> new Uetr(UUID.randomUUID().toString()));
  }

  /**
   * Pays what is owed on a ledger.
   *
   * @param newUetr gives another one each time
   */
  public Payments(
      PaymentLedger ledger, Function<RailName, Rail> rails, Clock clock, Supplier<Uetr> newUetr) {
    this.ledger = ledger;
    this.rails = rails;
    this.clock = clock;
    this.newUetr = newUetr;
  }

  /**
   * Takes the next step on a payment.
   *
   * @throws IllegalArgumentException if there is no such payment
   * @throws NoAnswer if the counterparty did not say what became of it: it must be asked later
   */
  public void seeTo(PaymentId id) {
    seeTo(
        ledger
            .find(id)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no %s %s".formatted(ledger.terms(id).noun(), id.value()))));
  }

  /**
   * Takes the next step on a payment that was read.
   *
   * @throws NoAnswer if the counterparty did not say what became of it: it must be asked later
   */
  <S extends PayingSubject<S>> void seeTo(OwedPayment<S> owed) {
    owed.payment().ifPresent(payment -> seeTo(owed, rails.apply(payment.rail())));
  }

  private <S extends PayingSubject<S>> void seeTo(OwedPayment<S> owed, Rail rail) {
    Instant now = clock.instant();
    switch (owed.owner().nextStep(owed.id(), now, rail.hours())) {
      case NextStep.Send send -> send(owed, rail, now);
      case NextStep.Ask ask -> ask(owed, rail, ask.uetr());
      case NextStep.Wait wait -> {
        // Until the rail opens, or what it rejected may have gone by.
      }
      case NextStep.Nothing nothing -> {
        // Paid, held back, or a person's.
      }
    }
  }

  private <S extends PayingSubject<S>> void send(OwedPayment<S> owed, Rail rail, Instant now) {
    PaymentId id = owed.id();
    Uetr uetr = newUetr.get();
    OwedPayment<S> sent =
        owed.change(
            before -> isDue(before, id, rail, now) ? before.sending(id, uetr, now) : before,
            cause("SEND", uetr, now));
    if (sent.payment().flatMap(payment -> payment.attempt(uetr)).isPresent()) {
      pay(sent, rail, uetr);
    }
  }

  /** Somebody else may have sent it, or what forbids it may have come up, since it was read. */
  private static <S extends PayingSubject<S>> boolean isDue(
      S owner, PaymentId id, Rail rail, Instant now) {
    return owner.nextStep(id, now, rail.hours()) instanceof NextStep.Send;
  }

  private <S extends PayingSubject<S>> void ask(OwedPayment<S> owed, Rail rail, Uetr uetr) {
    Instant askedAt = clock.instant();
    PaymentAnswer answer = rail.ask(uetr);
    Optional<Outcome> outcome = outcome(answer);
    if (outcome.isPresent()) {
      answered(owed, uetr, outcome, askedAt);
    } else if (answer instanceof PaymentAnswer.NeverArrived) {
      sendAgain(answered(owed, uetr, outcome, askedAt), rail, uetr);
    }
  }

  /** Decides by what stands now: it may be forbidden since the counterparty was asked. */
  private <S extends PayingSubject<S>> void sendAgain(OwedPayment<S> owed, Rail rail, Uetr uetr) {
    NextStep next = owed.owner().nextStepAfterLoss(owed.id(), uetr, clock.instant(), rail.hours());
    if (next instanceof NextStep.Send) {
      pay(owed, rail, uetr);
    }
  }

  private <S extends PayingSubject<S>> void pay(OwedPayment<S> owed, Rail rail, Uetr uetr) {
    PaymentAnswer answer = rail.pay(owed.owner(), owed.payment().orElseThrow(), uetr);
    if (answer instanceof PaymentAnswer.NeverArrived) {
      throw new IllegalStateException("what was just sent is known to the counterparty");
    }
    Instant now = clock.instant();
    outcome(answer)
        .ifPresent(
            told ->
                owed.change(
                    before -> before.told(owed.id(), uetr, told.outcome, told.reason, now),
                    cause(told.outcome.name(), uetr, now)));
  }

  private record Outcome(PaymentOutcome outcome, Optional<String> reason) {}

  /** What it says became of the payment; nothing while it is on its way, or was never seen. */
  private static Optional<Outcome> outcome(PaymentAnswer answer) {
    return switch (answer) {
      case PaymentAnswer.Settled settled ->
          Optional.of(new Outcome(PaymentOutcome.SETTLED, Optional.empty()));
      case PaymentAnswer.Rejected rejected ->
          Optional.of(new Outcome(PaymentOutcome.REJECTED, rejected.reason()));
      case PaymentAnswer.Returned returned ->
          Optional.of(new Outcome(PaymentOutcome.RETURNED, returned.reason()));
      // The counterparty tells the outcome, or is asked for it.
      case PaymentAnswer.Accepted accepted -> Optional.empty();
      case PaymentAnswer.NeverArrived never -> Optional.empty();
    };
  }

  private <S extends PayingSubject<S>> OwedPayment<S> answered(
      OwedPayment<S> owed, Uetr uetr, Optional<Outcome> told, Instant askedAt) {
    Instant now = clock.instant();
    return owed.change(
        before ->
            before.answered(
                owed.id(),
                uetr,
                told.map(Outcome::outcome),
                told.flatMap(Outcome::reason),
                askedAt,
                now),
        cause(told.map(each -> each.outcome.name()).orElse("NEVER_ARRIVED"), uetr, now));
  }

  private static Cause cause(String decision, Uetr uetr, Instant now) {
    return new Cause(EventFunction.PAY.functionName(), decision, List.of(uetr.value()), now);
  }
}
