package com.cargobond.domain.deposit;

/** Where a deposit stands: what is furthest from its end decides. */
public enum DepositStatus {
  /** Something is known of it, but not that it was paid. */
  REQUIRED,
  HELD,
  /** Part of it became duty, the rest is held. */
  CONVERT_APPROVED,
  REFUND_APPROVED,
  REFUND_SENT,
  /** The bank rejected or returned a refund, which is tried again. */
  REFUND_FAILED,
  /** A refund waits for another account. */
  REPAIR,
  /** Nobody claimed it for a long time. */
  DORMANT,
  /** All of it left: paid back, at least in part. */
  REFUNDED,
  /** All of it became duty. */
  CONVERTED,
  /** What was left fell to the treasury. */
  FORFEITED
}
