package com.cargobond.domain.payment;

import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One payment that was handed to the bank, or may have been: it is written before the call.
 *
 * @param amount what the bank was to pay by it: the payment may have been corrected since
 * @param outcome the last that the bank said; empty while nobody knows
 * @param reason the bank's code for rejecting or returning it
 * @param settledAt when it was heard that it settled, also if it came back since
 * @param decidedAt when the outcome was heard
 */
public record Attempt(
    Uetr uetr,
    Instant sentAt,
    AccountHolder payee,
    Money amount,
    Optional<PaymentOutcome> outcome,
    Optional<String> reason,
    Optional<Instant> settledAt,
    Optional<Instant> decidedAt) {

  static Attempt sent(Uetr uetr, Instant at, AccountHolder payee, Money amount) {
    return new Attempt(
        uetr,
        at,
        payee,
        amount,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Whether this is the last that the bank said of it. */
  public boolean is(PaymentOutcome told) {
    return outcome.filter(told::equals).isPresent();
  }

  /** Whether it was heard from one moment on and before another that it settled or came back. */
  public boolean movedMoney(Instant from, Instant to) {
    return Stream.of(settledAt, is(PaymentOutcome.RETURNED) ? decidedAt : Optional.<Instant>empty())
        .flatMap(Optional::stream)
        .anyMatch(heard -> !heard.isBefore(from) && heard.isBefore(to));
  }

  /** When the bank spoke of it last, or since when it has not. */
  Instant heardOrSentAt() {
    return decidedAt.orElse(sentAt);
  }

  Attempt with(PaymentOutcome told, Optional<String> why, Instant at) {
    return new Attempt(
        uetr,
        sentAt,
        payee,
        amount,
        Optional.of(told),
        why,
        told == PaymentOutcome.REJECTED ? Optional.empty() : settledAt.or(() -> Optional.of(at)),
        Optional.of(at));
  }
}
