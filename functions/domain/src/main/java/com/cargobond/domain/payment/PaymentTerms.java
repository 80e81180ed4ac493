package com.cargobond.domain.payment;

import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.ledger.Code;
import java.time.LocalDate;

/** What one sort of payment has of its own: its ids, its words, and how long an answer may take. */
public interface PaymentTerms {

  /** How the ids of such payments begin, and no other's. */
  String idPrefix();

  /**
   * The id that a text is.
   *
   * @throws BrokenRule if it is none
   */
  PaymentId id(String text);

  /** How refusals and logs name such a payment. */
  String noun();

  /** What the counterparty is told that it pays for. */
  String purpose();

  /** Why one needs a person, as its owner says it. */
  Code code(PaymentTrouble trouble);

  /** The day on which a person must ask for an answer that is awaited since a day. */
  LocalDate answerDeadline(LocalDate since);
}
