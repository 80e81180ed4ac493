package com.cargobond.local.bank;

/** How the bank answers a payment that it has not seen before. */
public enum AnswerMode {
  AT_ONCE,
  /** Books first, and takes its time to say so. */
  SLOW,
  ERROR_BEFORE_BOOKING,
  ERROR_AFTER_BOOKING,
  DROP_BEFORE_BOOKING,
  DROP_AFTER_BOOKING;

  boolean books() {
    return this != ERROR_BEFORE_BOOKING && this != DROP_BEFORE_BOOKING;
  }
}
