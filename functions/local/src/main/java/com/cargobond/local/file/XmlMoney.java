package com.cargobond.local.file;

import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.money.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** Amounts as XML writes them. */
public final class XmlMoney {

  private XmlMoney() {}

  /**
   * Reads an amount, which may carry zeros before and behind its digits; never rounds.
   *
   * @param currencyCode an ISO 4217 code
   * @throws BrokenRule if it is no amount of that currency, or there is no such currency
   */
  public static Money parse(String amount, String currencyCode) {
    Currency currency = Money.currency(currencyCode);
    BigDecimal value = XsdValues.decimal(amount);
    int digits = currency.getDefaultFractionDigits();
    if (value.signum() < 0) {
      throw new BrokenRule("must not be negative");
    }
    if (value.stripTrailingZeros().scale() > digits) {
      throw new BrokenRule("must have at most " + digits + " decimals in " + currencyCode);
    }
    return Money.ofMinor(value.movePointRight(digits), currency);
  }
}
