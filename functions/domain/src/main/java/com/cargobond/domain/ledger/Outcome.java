package com.cargobond.domain.ledger;

import java.util.List;

/** What became of one event. */
public sealed interface Outcome {

  /** The books after it, and what others must be told. */
  record Applied(Books books, List<Notice> notices) implements Outcome {}

  /** The same event with the same content was applied before; nothing moves. */
  record Repeated() implements Outcome {}

  /** Set aside for a person; nothing moves. */
  record Quarantined(QuarantineReason reason) implements Outcome {}

  /** Why an event is set aside. */
  enum QuarantineReason {
    /** Its source and id came before with other content. */
    ID_REUSED,
    /** The shipment has as many events as it may have. */
    TOO_MANY_EVENTS
  }
}
