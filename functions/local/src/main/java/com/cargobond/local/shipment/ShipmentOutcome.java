package com.cargobond.local.shipment;

/** How a shipment's day ends. */
enum ShipmentOutcome {
  /** Duty assessed and paid, or nothing due. */
  PAID,
  /** Assessed; nothing paid yet. */
  UNPAID,
  /** Released on its estimate; not assessed yet. */
  UNASSESSED,
  /** Half of the duty paid. */
  PART_PAID,
  /** Declaration cancelled before release. */
  CANCELLED,
  /** Never released; discharged. */
  RE_EXPORTED,
  /** Paid, and discharged nevertheless. */
  PAID_AND_RE_EXPORTED,
  /** The treasury takes a payment back; it is paid again with a new receipt. */
  REVERSED_AND_PAID_AGAIN,
  /** Paid more than was assessed. */
  OVERPAID,
  /** Declaration cancelled although the goods were released. */
  CANCELLED_AFTER_RELEASE,
  /** Never paid; Customs demands and the bank pays. */
  DEFAULTED,
  /** Refused for lack of limit; the goods wait. */
  REFUSED,
  /** Refused for lack of limit, and released all the same: reserved by force. */
  RELEASED_AFTER_REFUSAL,
  /** Released although its declaration names a guarantee that does not exist. */
  RELEASED_WITHOUT_COVER;

  boolean isReleased() {
    return switch (this) {
      case CANCELLED, RE_EXPORTED, PAID_AND_RE_EXPORTED, REFUSED -> false;
      default -> true;
    };
  }

  boolean isAssessed() {
    return switch (this) {
      case UNASSESSED,
          CANCELLED,
          RE_EXPORTED,
          CANCELLED_AFTER_RELEASE,
          REFUSED,
          RELEASED_AFTER_REFUSAL,
          RELEASED_WITHOUT_COVER ->
          false;
      default -> true;
    };
  }

  /** Whether its declaration waits until the rest of the day has been applied. */
  boolean isDeclaredInTheEvening() {
    return this == REFUSED || this == RELEASED_AFTER_REFUSAL;
  }
}
