package com.cargobond.domain.ledger;

/** What others are told as soon as it is on the ledger. */
public enum NoticeType {
  /** The goods can be released on the guarantee. */
  COVER_CONFIRMED,
  COVER_REFUSED,
  /** Taken against the rules because the goods are out: the bank should know at once. */
  COVER_FORCED,
  COVER_DISCHARGED,
  GUARANTEE_OVER_COMMITTED,
  DEMAND_RECEIVED,
  DEMAND_WITHDRAWN,
  /** The duty was not paid in time: the late charge runs, and is held too. */
  DUTY_OVERDUE,
  /** Cover ends in as many days as the code says. */
  GUARANTEE_EXPIRES,
  /** Cover has ended: no new reservations. */
  GUARANTEE_EXPIRED,
  /** The suretyship period ends in as many days as the code says, and something is open. */
  SURETYSHIP_ENDS,
  /** The suretyship period has ended with something open: nothing more can be claimed. */
  SURETYSHIP_ENDED,
  /** Nobody has said anything of the deposit for long. */
  DEPOSIT_DORMANT,
  /** Customs ordered that some of it falls to the treasury. */
  DEPOSIT_FORFEITED,
  /** A refund can be sent: an order to pay it, and nothing for others to read. */
  REFUND_DUE,
  NEEDS_A_PERSON,
  /** An event was set aside: its id had come with another payload, or the shipment has too many. */
  EVENT_QUARANTINED
}
