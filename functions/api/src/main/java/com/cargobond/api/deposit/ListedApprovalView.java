package com.cargobond.api.deposit;

import com.cargobond.domain.deposit.Decision;
import com.cargobond.domain.deposit.Deposit;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** An approval where it does not stand in its deposit. */
public record ListedApprovalView(String depositId, @JsonUnwrapped ApprovalView approval) {

  static ListedApprovalView of(Deposit deposit, Decision decision) {
    return new ListedApprovalView(deposit.id().value(), ApprovalView.of(decision));
  }
}
