package com.cargobond.domain.ledger;

import java.util.List;

/** What became of one event. */
public sealed interface Outcome {

  /** How all stands after it, and what others must be told. */
  record Applied(View view, List<Notice> notices) implements Outcome {

    /** Copies the list. */
    public Applied {
      notices = List.copyOf(notices);
    }
  }

  /** The same event with the same content was applied before; nothing moves. */
  record Repeated() implements Outcome {}

  /** Set aside for a person; nothing moves. */
  record Quarantined(Code reason) implements Outcome {}
}
