package com.cargobond.events;

import java.util.Optional;

/** What the bank says of a payment. */
public sealed interface PaymentAnswer {

  /** The bank has it; what becomes of it is told later. */
  record Accepted() implements PaymentAnswer {}

  /** The payee has the money. */
  record Settled() implements PaymentAnswer {}

  /**
   * It never settled.
   *
   * @param reason the bank's code, if it gave one
   */
  record Rejected(Optional<String> reason) implements PaymentAnswer {}

  /**
   * It settled and came back.
   *
   * @param reason the bank's code, if it gave one
   */
  record Returned(Optional<String> reason) implements PaymentAnswer {}

  /** The bank knows no payment of this UETR. */
  record NeverArrived() implements PaymentAnswer {}
}
