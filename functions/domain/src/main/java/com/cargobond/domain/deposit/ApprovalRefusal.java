package com.cargobond.domain.deposit;

/** Why an order of Customs moves nothing. */
public enum ApprovalRefusal {
  MORE_THAN_HELD("more was approved than is held and not yet promised"),
  DEPOSIT_CLOSED("nothing of the deposit is left"),
  OTHER_CURRENCY("the approval is in another currency than the deposit"),
  /** Versions before this one refused so; kept exceptions still name it. */
  APPROVED_BEFORE("the approval number was used before on this deposit"),
  SAME_APPROVER("two different officers must approve"),
  OTHER_OFFICE("another office of Customs than the one that took the deposit decided it"),
  PAYEE_MISMATCH("the payee has another name or USCC than the payer");

  private final String meaning;

  ApprovalRefusal(String meaning) {
    this.meaning = meaning;
  }

  /** The rule as a sentence without a full stop. */
  public String meaning() {
    return meaning;
  }
}
