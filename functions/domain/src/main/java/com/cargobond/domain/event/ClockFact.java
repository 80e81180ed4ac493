package com.cargobond.domain.event;

import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.input.FieldReader;
import java.time.LocalDate;

/** What the passing of time says. */
public sealed interface ClockFact extends Fact {

  /** The duty was not paid by the due date: the late charge runs, counted up to a day. */
  record Overdue(DeclarationNo declarationNo, LocalDate asOf) implements ClockFact {
    static Overdue read(FieldReader in) {
      return new Overdue(in.text("declarationNo", DeclarationNo::new), in.date("asOf"));
    }
  }
}
