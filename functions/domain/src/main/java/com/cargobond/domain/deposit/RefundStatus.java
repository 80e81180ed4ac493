package com.cargobond.domain.deposit;

import com.cargobond.domain.payment.PaymentStatus;

/** Where a refund stands. */
public enum RefundStatus {
  /** To be sent. */
  APPROVED,
  /** With the bank, which has not answered. */
  SENT,
  REFUNDED,
  /** Rejected or returned, to be tried again. */
  FAILED,
  /** The bank takes it for a duplicate: each attempt is asked about, and none is sent. */
  ASKING,
  /** Waits for another account, or for a person. */
  REPAIR,
  /** Every attempt ended without paying, and by Customs' words of today it is no refund. */
  LAPSED;

  static RefundStatus of(PaymentStatus payment) {
    return switch (payment) {
      case DUE -> APPROVED;
      case SENT -> SENT;
      case SETTLED -> REFUNDED;
      case FAILED -> FAILED;
      case ASKING -> ASKING;
      case REPAIR -> REPAIR;
      case WITHDRAWN -> LAPSED;
    };
  }
}
