package com.cargobond.domain.duty;

import com.cargobond.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a computed amount becomes minor units: to the nearest, halves up. */
public final class Rounding {

  private Rounding() {}

  /** {@code amount × numerator ÷ denominator}, rounded once; too much is refused by Money. */
  public static Money times(Money amount, BigDecimal numerator, BigDecimal denominator) {
    BigDecimal minor =
        BigDecimal.valueOf(amount.minor())
            .multiply(numerator)
            .divide(denominator, 0, RoundingMode.HALF_UP);
    return Money.ofMinor(minor, amount.currency());
  }

  /** {@code amount × factor}, rounded once. */
  public static Money times(Money amount, BigDecimal factor) {
    return times(amount, factor, BigDecimal.ONE);
  }
}
