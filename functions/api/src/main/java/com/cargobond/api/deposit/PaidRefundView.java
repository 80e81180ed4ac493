package com.cargobond.api.deposit;

import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.Refund;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A refund where it does not stand in its deposit. */
public record PaidRefundView(String depositId, @JsonUnwrapped RefundView refund) {

  static PaidRefundView of(Deposit deposit, Refund refund) {
    return new PaidRefundView(deposit.id().value(), RefundView.of(refund));
  }
}
