package com.cargobond.domain.guarantee;

/** What a guarantee may secure; one guarantee may serve several at once (GACC 2021-100). */
public enum Purpose {
  /** Consolidated payment of a month's duty. */
  CONSOLIDATED,
  /** Release before payment within the statutory term. */
  PAYMENT_TERM,
  /** Release while value, classification or origin is undetermined. */
  TAX_ELEMENT
}
