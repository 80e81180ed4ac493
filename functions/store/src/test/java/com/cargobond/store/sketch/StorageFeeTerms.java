package com.cargobond.store.sketch;

import com.cargobond.domain.ledger.Code;
import com.cargobond.domain.payment.PaymentTerms;
import com.cargobond.domain.payment.PaymentTrouble;
import java.time.LocalDate;

/** What payments of storage fees have of their own. */
final class StorageFeeTerms implements PaymentTerms {

  static final StorageFeeTerms TERMS = new StorageFeeTerms();

  @Override
  public String idPrefix() {
    return StorageFeeId.PREFIX;
  }

  @Override
  public StorageFeeId id(String text) {
    return new StorageFeeId(text);
  }

  @Override
  public String noun() {
    return "storage fee";
  }

  @Override
  public String purpose() {
    return "STORAGE_FEE";
  }

  @Override
  public Code code(PaymentTrouble trouble) {
    return StorageFeeCode.STORAGE_FEE_NOT_PAID;
  }

  @Override
  public LocalDate answerDeadline(LocalDate since) {
    return since.plusDays(2);
  }
}
