package com.cargobond.domain.event;

import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.input.FieldReader;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the system says to a shipment: that time has passed, or that a guarantee has changed. Of
 * each of these only the latest counts, and only that is kept.
 */
public sealed interface ClockFact extends Fact {

  /** The same for words of which the latest takes the place of the earlier. */
  String matter();

  /** The day that it says has come; empty if it says nothing of a day. */
  default Optional<LocalDate> day() {
    return Optional.empty();
  }

  /** The duty was not paid by the due date: the late charge runs, counted up to a day. */
  record Overdue(DeclarationNo declarationNo, LocalDate asOf) implements ClockFact {
    static Overdue read(FieldReader in) {
      return new Overdue(in.text("declarationNo", DeclarationNo::new), in.date("asOf"));
    }

    @Override
    public String matter() {
      return "OVERDUE " + declarationNo;
    }

    @Override
    public Optional<LocalDate> day() {
      return Optional.of(asOf);
    }
  }

  /** What names something unknown still does on a day: a person must be told. */
  record StillUnmatched(LocalDate asOf) implements ClockFact {
    static StillUnmatched read(FieldReader in) {
      return new StillUnmatched(in.date("asOf"));
    }

    @Override
    public String matter() {
      return "UNMATCHED";
    }

    @Override
    public Optional<LocalDate> day() {
      return Optional.of(asOf);
    }
  }

  /** The guarantee that refused a declaration has changed: it is asked again. */
  record AskedAgain(DeclarationNo declarationNo) implements ClockFact {
    static AskedAgain read(FieldReader in) {
      return new AskedAgain(in.text("declarationNo", DeclarationNo::new));
    }

    @Override
    public String matter() {
      return "ASKED_AGAIN " + declarationNo;
    }
  }
}
