package com.cargobond.domain.duty;

import com.cargobond.domain.money.Money;
import java.math.BigDecimal;

/**
 * What goods of class C owe, part by part, in the currency of their value (Tariff Law, VAT Law art
 * 14).
 *
 * @param duty value × rate
 * @param consumptionTax (value + duty) ÷ (1 − r) × r
 * @param vat (value + duty + consumption tax) × rate
 */
public record DutyCalculation(Money duty, Money consumptionTax, Money vat) {

  /**
   * Computes the parts, each rounded to the minor unit, halves up, before the next builds on it.
   *
   * @param value the dutiable value
   * @throws com.cargobond.domain.input.BrokenRule if a part exceeds {@link Money#MINOR_MAX}
   */
  public static DutyCalculation of(Money value, DutyRates rates) {
    Money duty = Rounding.times(value, rates.duty());
    Money withDuty = value.plus(duty);
    BigDecimal untaxedShare = BigDecimal.ONE.subtract(rates.consumptionTax());
    Money consumptionTax = Rounding.times(withDuty, rates.consumptionTax(), untaxedShare);
    Money vat = Rounding.times(withDuty.plus(consumptionTax), rates.vat());
    return new DutyCalculation(duty, consumptionTax, vat);
  }

  /** All parts together. */
  public Money total() {
    return duty.plus(consumptionTax).plus(vat);
  }
}
