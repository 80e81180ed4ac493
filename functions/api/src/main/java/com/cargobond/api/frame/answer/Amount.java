package com.cargobond.api.frame.answer;

import com.cargobond.domain.money.Money;

/** An amount on the wire. */
public record Amount(String amount, String currency) {

  /** As it is written. */
  public static Amount of(Money money) {
    return new Amount(money.decimal(), money.currency().getCurrencyCode());
  }
}
