package com.cargobond.events.payment;

import java.util.Optional;

/** What a counterparty says of a payment. */
public sealed interface PaymentAnswer {

  /** It has it; what becomes of it is told later. */
  record Accepted() implements PaymentAnswer {}

  /** The payee has the money. */
  record Settled() implements PaymentAnswer {}

  /**
   * It never settled.
   *
   * @param reason its code, if it gave one
   */
  record Rejected(Optional<String> reason) implements PaymentAnswer {}

  /**
   * It settled and came back.
   *
   * @param reason its code, if it gave one
   */
  record Returned(Optional<String> reason) implements PaymentAnswer {}

  /** It knows no payment of this UETR. */
  record NeverArrived() implements PaymentAnswer {}
}
