package com.cargobond.domain.shipment;

/** What a shipment needs a person for. */
public enum ExceptionCode {
  CANCELLED_AFTER_RELEASE("the declaration was cancelled although the goods are out"),
  PAID_MORE_THAN_ASSESSED("more was paid on a tax notice than it assessed"),
  RELEASED_WITHOUT_COVER("the goods are out, but no guarantee covers them"),
  PAID_AND_CLAIMED("the duty was paid by the debtor and by the guarantor"),
  DEMAND_EXCEEDS_DUTY("Customs demands more than duty and late charge"),
  CURRENCY_DIFFERS("an amount is in another currency than the declaration and was left out"),
  VALUE_ABOVE_CLASS_LIMIT("the declared value exceeds what the shipment class allows"),
  DISCREPANCY("the carrier reports a discrepancy");

  private final String meaning;

  ExceptionCode(String meaning) {
    this.meaning = meaning;
  }

  /** The matter as a sentence without a full stop. */
  public String meaning() {
    return meaning;
  }
}
