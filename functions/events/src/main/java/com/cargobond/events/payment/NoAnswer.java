package com.cargobond.events.payment;

/**
 * A counterparty did not say anything about a payment: it was not reached, did not answer in time,
 * or failed. The payment may have been made.
 */
public final class NoAnswer extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With what was heard instead. */
  public NoAnswer(String message, Throwable cause) {
    super(message, cause);
  }
}
