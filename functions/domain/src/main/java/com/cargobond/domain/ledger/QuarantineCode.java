package com.cargobond.domain.ledger;

/** Why an event is set aside, whatever it is about. */
public enum QuarantineCode implements Code {
  ID_REUSED(
      "its source and id came before with other content",
      "ask its sender which of the two is right; if this one, have it sent under a new id"),
  TOO_MANY_EVENTS(
      "its sender has said as much of the shipment or deposit as it may",
      "ask its sender why it says so much; what others say goes on being booked");

  private final String meaning;
  private final String remedy;

  QuarantineCode(String meaning, String remedy) {
    this.meaning = meaning;
    this.remedy = remedy;
  }

  @Override
  public String meaning() {
    return meaning;
  }

  @Override
  public String remedy() {
    return remedy;
  }
}
