package com.cargobond.local.file;

import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.money.Money;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Amounts as XML writes them. */
public final class XmlMoney {

  private static final Pattern DECIMAL = Pattern.compile("\\d{1,15}(\\.\\d{1,15})?");

  private XmlMoney() {}

  /**
   * Reads an amount, which may carry any number of zeros behind its decimals.
   *
   * @param currency an ISO 4217 code
   * @throws BrokenRule if it is no amount of that currency, or there is no such currency
   */
  public static Money parse(String amount, String currency) {
    if (!DECIMAL.matcher(amount).matches()) {
      throw new BrokenRule("must be a decimal and not negative");
    }
    BigDecimal value = new BigDecimal(amount).stripTrailingZeros();
    String plain = value.setScale(Math.max(0, value.scale())).toPlainString();
    return Money.parse(plain, Money.currency(currency));
  }
}
