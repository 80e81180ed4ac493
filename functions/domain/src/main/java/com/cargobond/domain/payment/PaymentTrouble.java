package com.cargobond.domain.payment;

/** Why a payment needs a person. Its owner has a code, and texts, for each. */
public enum PaymentTrouble {
  /** The bank cannot pay to this account. */
  NEEDS_REPAIR,
  /** The bank takes it for a duplicate, and says of every attempt that it did not pay. */
  DUPLICATE,
  /** So much was written of attempts that no further one can be. */
  ATTEMPTS_USED_UP,
  /** The bank has not said for long what became of an attempt. */
  UNANSWERED,
  /** The bank told the outcome of an attempt that was never made for this payment. */
  UETR_UNKNOWN,
  /** The bank contradicted what it had said of an attempt. */
  OUTCOME_CONTRADICTED
}
