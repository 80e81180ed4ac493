package com.cargobond.domain.shipment;

import com.cargobond.domain.ledger.Code;

/** What a shipment needs a person for, and what can be done. */
public enum ShipmentExceptionCode implements Code {
  CANCELLED_AFTER_RELEASE(
      "the declaration was cancelled although the goods are out",
      "ask Customs for the duty's assessment or a discharge; the hold stays until then"),
  DECLARATION_CONTRADICTED(
      "two contents were told under one version of the declaration; the higher estimate is held",
      "ask Customs which is right and have that told once more, or amend under a higher version"),
  DECLARATION_DUPLICATE(
      "the declaration stands on another house waybill too; it holds once",
      "ask Customs on which it belongs, and to cancel it on the other, or to discharge it where the"
          + " goods are out"),
  PAID_MORE_THAN_ASSESSED(
      "more was paid on a tax notice than duty and late charge",
      "ask Customs for a higher assessment or for the surplus back"),
  RECEIPT_CONTRADICTED(
      "two amounts were told under one receipt of the treasury; the smaller is taken as paid",
      "ask Customs which is right and have that told once more"),
  RECEIPT_ON_SEVERAL_NOTICES(
      "one receipt of the treasury is told for several tax notices; it counts for each",
      "ask Customs which of them it pays, and to reverse it on the others"),
  REVERSAL_CONTRADICTED(
      "two amounts were told under one reversal; the larger is taken as undone",
      "ask Customs which is right and have that told once more"),
  REVERSED_MORE_THAN_PAID(
      "more was to be undone of a receipt than was left of it; no more than that was undone",
      "ask Customs for the number and the amount of the reversal"),
  RELEASED_WITHOUT_COVER(
      "the goods are out, but no guarantee covers them",
      "have the guarantee raised, reinstated or registered, upon which it is asked again by itself;"
          + " or have the declaration posted again, or the duty paid"),
  CLOSED_GUARANTEE_LIABLE(
      "something was booked on a guarantee that is closed, for it arose within its cover",
      "tell the bank; ask Customs to withdraw what is not its claim"),
  PAID_AND_CLAIMED(
      "the duty was paid by the debtor and by the guarantor",
      "ask Customs for one of the two back"),
  CLAIM_NOT_OWED(
      "the guarantor paid a demand that Customs had withdrawn or that the bank had rejected",
      "ask Customs for the money back, or for the demand again"),
  CLAIM_PAID_TWICE(
      "the guarantor paid one demand under two references; it counts once",
      "ask Customs for one of the two back"),
  CLAIM_DIFFERS(
      "the treasury tells of another sum from the guarantor than the bank does",
      "have the bank book what it paid; ask Customs which demand a receipt is for, or why it was"
          + " undone"),
  CLAIM_AND_SEVERAL_GUARANTEES(
      "the guarantor paid for a declaration whose versions name more than one guarantee",
      "see whose bank paid and on which guarantee it is booked; ask Customs who is liable"),
  DEMAND_TOLD_OTHERWISE(
      "Customs told a demand otherwise, or made it again, after the guarantor had answered it",
      "ask Customs what it still claims, and to claim that under another number"),
  NOTICE_CONTRADICTED(
      "two amounts were told under one tax notice; the higher is held",
      "ask Customs which is right and have that told once more, or replace the notice"),
  DEMAND_CONTRADICTED(
      "Customs told two amounts of one demand at one moment; the higher counts",
      "ask Customs which is right and to tell it once more"),
  DEMAND_EXCEEDS_DUTY(
      "Customs demands more than duty and late charge",
      "examine the demand before the bank complies"),
  DEMAND_AFTER_PAYMENT(
      "Customs made a demand after the debt was paid or had fallen away",
      "examine the demand before the bank complies; ask Customs to withdraw it"),
  DEMAND_AFTER_PERIOD(
      "Customs made a demand after the suretyship period; nothing is held for it",
      "tell Customs; the guarantor is free"),
  DEMAND_WITHOUT_COVER(
      "Customs demands for goods that no guarantee covers",
      "tell the bank of the guarantee that the declaration names; it examines whether it is liable"),
  DEMAND_OVERTAKEN(
      "the duty was paid after the bank had decided to comply with a demand",
      "if the bank has paid, have it book its payment; if not, ask Customs to withdraw the demand"),
  DEMAND_UNMATCHED(
      "Customs made a demand for a declaration that nobody knows here",
      "ask Customs for the declaration's number; the demand counts when it is known"),
  FACT_UNMATCHED(
      "what was told names a declaration, notice, receipt or demand that nobody knows here",
      "ask its sender for the right number; it counts when that is known"),
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

  ShipmentExceptionCode(String meaning, String remedy) {
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
