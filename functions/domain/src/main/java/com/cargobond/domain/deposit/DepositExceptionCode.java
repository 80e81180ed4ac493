package com.cargobond.domain.deposit;

/** What a deposit needs a person for, and what can be done. */
public enum DepositExceptionCode {
  DEPOSIT_UNKNOWN(
      "Customs decided about a deposit of which it has not said that it took it",
      "ask Customs for the deposit; what was decided is applied when it is known"),
  APPROVAL_REFUSED(
      "an approval broke a rule and moved nothing", "ask Customs for a correct approval"),
  TAKEN_TWICE(
      "the deposit was taken again with other particulars, which were left out",
      "ask Customs which of the two is right"),
  REFUND_NEEDS_REPAIR(
      "the bank cannot pay the refund to this account",
      "get another account approved by Customs and repair the refund"),
  REFUND_UNANSWERED(
      "the bank has not said for days what became of a payment",
      "ask the bank and have it post the outcome; nothing else is sent before that"),
  UETR_UNKNOWN(
      "the bank told the outcome of a payment that was never sent for this refund",
      "ask the bank whose payment it is; nothing moved here"),
  OUTCOME_CONTRADICTED(
      "the bank contradicted what it had said of a payment; what it says it paid counts as paid",
      "ask the bank; if the money is not with the payee, have it post the outcome RETURNED");

  private final String meaning;
  private final String remedy;

  DepositExceptionCode(String meaning, String remedy) {
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
