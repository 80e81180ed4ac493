package com.cargobond.domain.payment;

import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.input.Text;

/** What the bank says of a payment. */
public enum PaymentOutcome {
  /** The payee has the money. */
  SETTLED,
  /** It never settled ({@code pacs.002} RJCT). */
  REJECTED,
  /** It settled and came back ({@code pacs.004}). */
  RETURNED;

  /**
   * Reads the bank's code for rejecting or returning a payment, such as AC04.
   *
   * @throws BrokenRule if it is none
   */
  public static String reasonCode(String text) {
    return Text.reference(text);
  }
}
