package com.cargobond.api;

import com.cargobond.domain.deposit.Attempt;
import com.cargobond.domain.deposit.Refund;
import java.util.List;

/** A refund and its attempts; accounts are nobody's business here. */
public record RefundView(
    String refundId, String endToEndId, String status, Amount amount, List<AttemptView> attempts) {

  /** One payment. {@code outcome} is missing while the bank has not told it. */
  public record AttemptView(String uetr, String sentAt, String outcome, String reason) {

    static AttemptView of(Attempt attempt) {
      return new AttemptView(
          attempt.uetr().value(),
          attempt.sentAt().toString(),
          attempt.outcome().map(Enum::name).orElse(null),
          attempt.reason().orElse(null));
    }
  }

  static RefundView of(Refund refund) {
    return new RefundView(
        refund.id().value(),
        refund.endToEndId(),
        refund.status().name(),
        Amount.of(refund.amount()),
        refund.attempts().stream().map(AttemptView::of).toList());
  }
}
