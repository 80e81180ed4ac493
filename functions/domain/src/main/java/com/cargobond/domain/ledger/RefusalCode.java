package com.cargobond.domain.ledger;

/** Why a reservation or a command is refused. */
public enum RefusalCode {
  NOT_FOUND("no guarantee has this registration number"),
  NOT_ACTIVE("the guarantee takes no new reservation"),
  NOT_OWNER("the operator is not the guarantee's principal"),
  CURRENCY_NOT_COVERED("the guarantee is in another currency"),
  PURPOSE_NOT_COVERED("the guarantee does not serve this purpose"),
  DISTRICT_NOT_COVERED("the customs district is not a beneficiary"),
  INSUFFICIENT_LIMIT("the available limit is too small"),
  BEYOND_PERIOD("the obligation lies outside the cover term or the suretyship period"),
  DUPLICATE("the identifier is taken"),
  WRONG_STATE("the present state does not allow it");

  private final String meaning;

  RefusalCode(String meaning) {
    this.meaning = meaning;
  }

  /** The reason as a sentence without a full stop. */
  public String meaning() {
    return meaning;
  }
}
