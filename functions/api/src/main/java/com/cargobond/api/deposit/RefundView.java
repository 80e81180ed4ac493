package com.cargobond.api.deposit;

import com.cargobond.api.frame.answer.Amount;
import com.cargobond.domain.deposit.Refund;
import com.cargobond.domain.payment.Attempt;
import java.time.Instant;
import java.util.List;

/**
 * A refund and its attempts; accounts are nobody's business here. {@code amount} is of the deposit,
 * {@code interest} is paid on top.
 */
public record RefundView(
    String refundId,
    String endToEndId,
    String status,
    Amount amount,
    Amount interest,
    List<AttemptView> attempts) {

  /**
   * One payment. {@code payment} is what the bank was to pay by it, interest included: Customs may
   * have corrected the refund since. {@code outcome} and {@code decidedAt}, when it was heard, are
   * missing while the bank has not told it; {@code settledAt} stays when what settled came back.
   */
  public record AttemptView(
      String uetr,
      String sentAt,
      Amount payment,
      String outcome,
      String reason,
      String settledAt,
      String decidedAt) {

    static AttemptView of(Attempt attempt) {
      return new AttemptView(
          attempt.uetr().value(),
          attempt.sentAt().toString(),
          Amount.of(attempt.amount()),
          attempt.outcome().map(Enum::name).orElse(null),
          attempt.reason().orElse(null),
          attempt.settledAt().map(Instant::toString).orElse(null),
          attempt.decidedAt().map(Instant::toString).orElse(null));
    }
  }

  static RefundView of(Refund refund) {
    return new RefundView(
        refund.id().value(),
        refund.endToEndId(),
        refund.status().name(),
        Amount.of(refund.amount()),
        Amount.of(refund.interest()),
        refund.attempts().stream().map(AttemptView::of).toList());
  }
}
