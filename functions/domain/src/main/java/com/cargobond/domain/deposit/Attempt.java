package com.cargobond.domain.deposit;

import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.payment.AccountHolder;
import java.time.Instant;
import java.util.Optional;

/**
 * One payment that was handed to the bank, or may have been: it is written before the call.
 *
 * @param outcome the last that the bank said; empty while nobody knows
 * @param reason the bank's code for rejecting or returning it
 */
public record Attempt(
    Uetr uetr,
    Instant sentAt,
    AccountHolder payee,
    Optional<PaymentOutcome> outcome,
    Optional<String> reason) {

  Attempt with(PaymentOutcome told, Optional<String> why) {
    return new Attempt(uetr, sentAt, payee, Optional.of(told), why);
  }
}
