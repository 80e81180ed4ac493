package com.cargobond.domain.deposit;

import com.cargobond.domain.ledger.Capability;
import java.util.List;

/** Deposits as the rest knows them. */
public final class Deposits {

  /** What there is of them. */
  public static final Capability CAPABILITY =
      new Capability(
          "deposit",
          Deposit.KIND,
          List.of(DepositEventType.values()),
          new DepositRules(),
          List.of(DepositExceptionCode.values()),
          List.of(DepositQuarantineCode.values()),
          List.of(DepositNoticeType.values()));

  private Deposits() {}
}
