package com.cargobond.domain.shipment;

/** What a shipment needs a person for, and what can be done. */
public enum ExceptionCode {
  CANCELLED_AFTER_RELEASE(
      "the declaration was cancelled although the goods are out",
      "ask Customs for the duty's assessment or a discharge; the hold stays until then"),
  PAID_MORE_THAN_ASSESSED(
      "more was paid on a tax notice than it assessed",
      "ask Customs for a higher assessment or for the surplus back"),
  RELEASED_WITHOUT_COVER(
      "the goods are out, but no guarantee covers them",
      "have the guarantee raised or reinstated, or the duty paid, and post the declaration again"),
  PAID_AND_CLAIMED(
      "the duty was paid by the debtor and by the guarantor",
      "ask Customs for one of the two back"),
  DEMAND_EXCEEDS_DUTY(
      "Customs demands more than duty and late charge",
      "examine the demand before the bank complies"),
  CURRENCY_DIFFERS(
      "an amount is in another currency than the declaration and was left out",
      "have it posted again in the declaration's currency"),
  VALUE_ABOVE_CLASS_LIMIT(
      "the declared value exceeds what the shipment class allows",
      "have the goods declared in another class"),
  DISCREPANCY(
      "the carrier reports a discrepancy", "ask the carrier; close the exception when it is clear");

  private final String meaning;
  private final String remedy;

  ExceptionCode(String meaning, String remedy) {
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /** The matter as a sentence without a full stop. */
  public String meaning() {
    return meaning;
  }

  /** What a person can do. */
  public String remedy() {
    return remedy;
  }
}
