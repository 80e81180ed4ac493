package com.cargobond.domain.payment;

/** Where a payment stands. */
public enum PaymentStatus {
  /** To be sent. */
  DUE,
  /** With the counterparty, which has not answered. */
  SENT,
  /** The payee has the money. */
  SETTLED,
  /** Rejected or returned, to be tried again. */
  FAILED,
  /** It is taken for a duplicate: each attempt is asked about, and none is sent. */
  ASKING,
  /** Waits for another account, or for a person. */
  REPAIR,
  /** No attempt has paid, and its owner does not want it any more. */
  WITHDRAWN
}
