package com.cargobond.store.sketch;

import com.cargobond.domain.ledger.Code;

/** Why a storage fee needs a person. */
enum StorageFeeCode implements Code {
  STORAGE_FEE_UNPAID("the fee was not paid by its day", "pay it by other means, or waive it"),
  STORAGE_FEE_NOT_PAID("the bank does not pay the fee", "ask the bank");

  private final String meaning;
  private final String remedy;

  StorageFeeCode(String meaning, String remedy) {
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
