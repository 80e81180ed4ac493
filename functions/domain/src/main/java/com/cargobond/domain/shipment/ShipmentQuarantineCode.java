package com.cargobond.domain.shipment;

import com.cargobond.domain.ledger.Code;

/** Why an event about a shipment is set aside. */
public enum ShipmentQuarantineCode implements Code {
  DECLARATION_ON_TOO_MANY(
      "its declaration stands on as many house waybills as can be decided at once",
      "ask Customs on which of them it belongs; then have it sent under a new id");

  private final String meaning;
  private final String remedy;

  ShipmentQuarantineCode(String meaning, String remedy) {
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
