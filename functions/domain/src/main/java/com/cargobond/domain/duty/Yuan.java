package com.cargobond.domain.duty;

import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.money.Money;

/** The currency in which the law states its thresholds. */
final class Yuan {

  private Yuan() {}

  static boolean is(Money amount) {
    return amount.currency().getCurrencyCode().equals("CNY");
  }

  static long fen(Money amount) {
    if (!is(amount)) {
      throw new BrokenRule("must be in CNY");
    }
    return amount.minor();
  }
}
