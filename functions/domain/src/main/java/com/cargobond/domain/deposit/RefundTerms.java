package com.cargobond.domain.deposit;

import com.cargobond.domain.law.Law;
import com.cargobond.domain.ledger.Code;
import com.cargobond.domain.payment.PaymentTerms;
import com.cargobond.domain.payment.PaymentTrouble;
import com.cargobond.domain.payment.RailName;
import java.time.LocalDate;

/** What the payments of refunds have of their own. */
public final class RefundTerms implements PaymentTerms {

  static final RailName RAIL = RailName.BANK;

  /** The only ones. */
  public static final RefundTerms TERMS = new RefundTerms();

  private RefundTerms() {}

  @Override
  public String idPrefix() {
    return RefundId.PREFIX;
  }

  @Override
  public RefundId id(String text) {
    return new RefundId(text);
  }

  @Override
  public String noun() {
    return "refund";
  }

  @Override
  public String purpose() {
    return "CUSTOMS_DEPOSIT_REFUND";
  }

  @Override
  public Code code(PaymentTrouble trouble) {
    return switch (trouble) {
      case NEEDS_REPAIR -> DepositExceptionCode.REFUND_NEEDS_REPAIR;
      case DUPLICATE -> DepositExceptionCode.REFUND_DUPLICATE;
      case ATTEMPTS_USED_UP -> DepositExceptionCode.REFUND_ATTEMPTS_USED_UP;
      case UNANSWERED -> DepositExceptionCode.REFUND_UNANSWERED;
      case UETR_UNKNOWN -> DepositExceptionCode.UETR_UNKNOWN;
      case OUTCOME_CONTRADICTED -> DepositExceptionCode.OUTCOME_CONTRADICTED;
    };
  }

  @Override
  public LocalDate answerDeadline(LocalDate since) {
    return since.plusDays(Law.on(since).refundUnansweredDays());
  }
}
