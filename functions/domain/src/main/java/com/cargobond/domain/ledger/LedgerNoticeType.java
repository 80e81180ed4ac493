package com.cargobond.domain.ledger;

/** What is told whatever the business is. */
public enum LedgerNoticeType implements NoticeType {
  NEEDS_A_PERSON,
  /** An event was set aside: its id had come with another payload, or the subject has too many. */
  EVENT_QUARANTINED
}
