package com.cargobond.domain.shipment;

import com.cargobond.domain.ledger.NoticeType;

/** What is told of a shipment. */
public enum ShipmentNoticeType implements NoticeType {
  /** The goods can be released on the guarantee. */
  COVER_CONFIRMED,
  COVER_REFUSED,
  /** Taken against the rules because the goods are out: the bank should know at once. */
  COVER_FORCED,
  COVER_DISCHARGED,
  DEMAND_RECEIVED,
  DEMAND_WITHDRAWN,
  /** The duty was not paid in time: the late charge runs, and is held too. */
  DUTY_OVERDUE
}
