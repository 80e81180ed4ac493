package com.cargobond.local.reconcile;

import com.cargobond.domain.deposit.Decision;
import com.cargobond.domain.deposit.Decision.Standing;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.payment.ApprovalNo;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;

/** Reads approvals as the API shows them. */
final class LedgerApprovals {

  private LedgerApprovals() {}

  /**
   * One approval.
   *
   * @throws IOException if it is none: another system may have answered
   */
  static LedgerDecision decision(String deposit, JsonNode approval) throws IOException {
    try {
      return new LedgerDecision(
          new DepositId(deposit),
          new ApprovalNo(approval.path("approvalNo").asText()),
          Decision.Kind.valueOf(approval.path("decision").asText()),
          LedgerRefunds.money(approval.path("amount")),
          Standing.valueOf(approval.path("standing").asText()),
          approval.hasNonNull("refusal")
              ? Optional.of(approval.get("refusal").asText())
              : Optional.empty());
    } catch (IllegalArgumentException e) {
      throw new IOException("the system does not answer with approvals: " + e.getMessage(), e);
    }
  }
}
