package com.cargobond.domain.deposit;

/** What the bank says of a payment. */
public enum PaymentOutcome {
  /** The payee has the money. */
  SETTLED,
  /** It never settled ({@code pacs.002} RJCT). */
  REJECTED,
  /** It settled and came back ({@code pacs.004}). */
  RETURNED
}
