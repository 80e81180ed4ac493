package com.cargobond.local.deposit;

/** What Customs decides about a deposit of the sample. */
enum DepositOutcome {
  /** All of it goes back. */
  REFUNDED,
  /** Part becomes duty, the surplus goes back. */
  SPLIT,
  /** All of it becomes duty. */
  CONVERTED,
  /** Nothing yet. */
  HELD,
  /** It would go back, but a court forbids it. */
  FROZEN,
  /** A court forbade it for a while. */
  LIFTED,
  /** More than is held was approved by mistake. */
  REFUSED
}
