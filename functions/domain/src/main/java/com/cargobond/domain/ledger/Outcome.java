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
    ID_REUSED(
        "its source and id came before with other content",
        "ask its sender which of the two is right; if this one, have it sent under a new id"),
    TOO_MANY_EVENTS(
        "its sender has said as much of the shipment or deposit as it may",
        "ask its sender why it says so much; what others say goes on being booked"),
    DECLARATION_ON_TOO_MANY(
        "its declaration stands on as many house waybills as can be decided at once",
        "ask Customs on which of them it belongs; then have it sent under a new id"),
    TOO_MANY_WAITING(
        "more approvals depend on it than can be decided at once",
        "ask Customs for the deposit, or which of the approvals hold; then have it sent under a new"
            + " id");

    private final String meaning;
    private final String remedy;

    QuarantineReason(String meaning, String remedy) {
      this.meaning = meaning;
      this.remedy = remedy;
    }

    /** What happened, as a sentence without a full stop. */
    public String meaning() {
      return meaning;
    }

    /** What a person can do. */
    public String remedy() {
      return remedy;
    }
  }
}
