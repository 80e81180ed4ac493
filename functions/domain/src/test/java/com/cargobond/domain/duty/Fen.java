package com.cargobond.domain.duty;

import com.cargobond.domain.money.Money;

/** Amounts as tests write them. */
final class Fen {

  private Fen() {}

  static Money cny(String decimal) {
    return money(decimal, "CNY");
  }

  static Money money(String decimal, String currency) {
    return Money.parse(decimal, Money.currency(currency));
  }
}
