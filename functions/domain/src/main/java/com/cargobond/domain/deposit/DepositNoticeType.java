package com.cargobond.domain.deposit;

import com.cargobond.domain.ledger.NoticeType;

/** What is told of a deposit. */
public enum DepositNoticeType implements NoticeType {
  /** Nobody has said anything of the deposit for long. */
  DEPOSIT_DORMANT,
  /** Customs ordered that some of it falls to the treasury. */
  DEPOSIT_FORFEITED,
  /** A refund can be sent: an order to pay it, and nothing for others to read. */
  REFUND_DUE {
    @Override
    public boolean isPaymentOrder() {
      return true;
    }
  }
}
