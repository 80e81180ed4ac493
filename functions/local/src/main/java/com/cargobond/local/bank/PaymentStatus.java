package com.cargobond.local.bank;

/** How far the bank is with a payment. */
public enum PaymentStatus {
  /** Taken; whether it settles is not known yet. */
  ACCEPTED,
  /** The creditor has the money. */
  SETTLED,
  /** The creditor never had the money. */
  REJECTED,
  /** The creditor had the money and it came back. */
  RETURNED;

  /** Whether the creditor has the money or may still get it. */
  boolean mayBePaid() {
    return this == ACCEPTED || this == SETTLED;
  }

  /** What a booking adds to how often the creditor has the money. */
  int timesPaid() {
    return switch (this) {
      case SETTLED -> 1;
      case RETURNED -> -1;
      case ACCEPTED, REJECTED -> 0;
    };
  }

  boolean mayBecome(PaymentStatus next) {
    return switch (this) {
      case ACCEPTED -> next == SETTLED || next == REJECTED;
      case SETTLED -> next == RETURNED;
      case REJECTED, RETURNED -> false;
    };
  }
}
