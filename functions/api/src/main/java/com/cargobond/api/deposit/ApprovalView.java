package com.cargobond.api.deposit;

import com.cargobond.api.frame.answer.Amount;
import com.cargobond.domain.deposit.Decision;

/** A decision of Customs about a deposit; {@code refusal} is there if it broke a rule. */
public record ApprovalView(
    String approvalNo,
    String decision,
    Amount amount,
    String decidedAt,
    String standing,
    String refusal) {

  static ApprovalView of(Decision decision) {
    return new ApprovalView(
        decision.approval().number().value(),
        decision.kind().name(),
        Amount.of(decision.approval().amount()),
        decision.at().toString(),
        decision.standing().name(),
        decision.refusal().orElse(null));
  }
}
