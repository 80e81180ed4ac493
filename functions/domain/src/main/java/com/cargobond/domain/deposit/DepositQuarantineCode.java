package com.cargobond.domain.deposit;

import com.cargobond.domain.ledger.Code;

/** Why an event about a deposit is set aside. */
public enum DepositQuarantineCode implements Code {
  TOO_MANY_WAITING(
      "more approvals depend on it than can be decided at once",
      "ask Customs for the deposit, or which of the approvals hold; then have it sent under a new"
          + " id");

  private final String meaning;
  private final String remedy;

  DepositQuarantineCode(String meaning, String remedy) {
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
