package com.cargobond.domain.duty;

import com.cargobond.domain.input.BrokenRule;
import java.math.BigDecimal;

/**
 * The rates that apply to goods, as fractions: 0.06 is 6 %.
 *
 * @param duty of the value, 0 to {@link #RATE_MAX}
 * @param consumptionTax of the price that contains it, 0 to below 1; 0 for most goods
 * @param vat of value, duty and consumption tax, 0 to {@link #RATE_MAX}
 */
public record DutyRates(BigDecimal duty, BigDecimal consumptionTax, BigDecimal vat) {

  /** Bounds a rate: 1,000 % is beyond any tariff, trade remedies included. */
  public static final BigDecimal RATE_MAX = BigDecimal.TEN;

  /** Bounds the decimals of a rate, so that none is costly to compute with. */
  public static final int SCALE_MAX = 8;

  /**
   * Checks the rates.
   *
   * @throws BrokenRule if one is out of its range or has too many decimals
   */
  public DutyRates {
    requireRate("duty", duty);
    requireRate("consumption tax", consumptionTax);
    requireRate("VAT", vat);
    if (consumptionTax.compareTo(BigDecimal.ONE) >= 0) {
      throw new BrokenRule("consumption tax rate must be below 1");
    }
  }

  private static void requireRate(String name, BigDecimal rate) {
    if (rate.signum() < 0 || rate.compareTo(RATE_MAX) > 0) {
      throw new BrokenRule(name + " rate must be 0 to " + RATE_MAX);
    }
    if (rate.scale() > SCALE_MAX) {
      throw new BrokenRule(name + " rate must have at most " + SCALE_MAX + " decimals");
    }
  }
}
