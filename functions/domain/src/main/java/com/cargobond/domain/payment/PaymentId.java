package com.cargobond.domain.payment;

import com.cargobond.domain.ledger.Alias;

/**
 * Identifies a payment over all its attempts, to the counterparty too. Each sort of payment has ids
 * of its own.
 */
public interface PaymentId {

  /** At most 35 characters: it is the end-to-end id. */
  String value();

  /** By which the subject is found that the payment is of. */
  default Alias alias() {
    return Alias.of("PAYMENT", value());
  }
}
