package com.cargobond.store;

import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.guarantee.GuaranteeId;

/** The names of what has an audit trail. */
public final class TrailSubject {

  private TrailSubject() {}

  /** The terms and status of a guarantee. */
  public static String of(GuaranteeId guarantee) {
    return "GUARANTEE#" + guarantee;
  }

  /** The position of one slice of a guarantee. */
  public static String of(GuaranteeId guarantee, int slice) {
    return "GUARANTEE#" + guarantee + "#" + slice;
  }

  /** A deposit. */
  public static String of(DepositId deposit) {
    return "DEPOSIT#" + deposit;
  }
}
