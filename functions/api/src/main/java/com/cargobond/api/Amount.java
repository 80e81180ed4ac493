package com.cargobond.api;

import com.cargobond.domain.money.Money;

/** An amount on the wire. */
public record Amount(String amount, String currency) {

  static Amount of(Money money) {
    return new Amount(money.decimal(), money.currency().getCurrencyCode());
  }
}
