package com.cargobond.domain.payment;

import com.cargobond.domain.ledger.Code;
import java.time.LocalDate;

/** What one sort of payment has of its own: its words, and how long it waits for an answer. */
public interface PaymentTerms {

  /** How refusals name such a payment. */
  String noun();

  /** Why one needs a person, as its owner says it. */
  Code code(PaymentTrouble trouble);

  /** The day on which a person must ask for an answer that is awaited since a day. */
  LocalDate answerDeadline(LocalDate since);
}
