package com.cargobond.domain.duty;

import com.cargobond.domain.law.Law;
import com.cargobond.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What late payment of duty costs: 0.05 % a day of what is outstanding (Tariff Law art 43), nothing
 * below a floor of CNY 50 (GACC Order 272). Both are those in force on the due date.
 */
public final class LatePaymentCharge {

  private static final int PPM_SCALE = 6;

  private LatePaymentCharge() {}

  /**
   * What is collected: {@link #computed}, or nothing if that is below the floor. The floor is in
   * CNY; there is none in another currency.
   */
  public static Money of(Money outstanding, LocalDate dueDate, LocalDate paidOn) {
    Money charge = computed(outstanding, dueDate, paidOn);
    boolean belowFloor = Yuan.is(charge) && charge.minor() < Law.on(dueDate).lateChargeFloorFen();
    return belowFloor ? Money.zero(charge.currency()) : charge;
  }

  /**
   * The charge before the floor, rounded once to the minor unit, halves up.
   *
   * @param outstanding the duty that was not paid by the due date
   * @param dueDate the last day of payment in time; the day after it is the first that is charged
   * @param paidOn the last day that is charged; up to the due date the charge is zero
   */
  public static Money computed(Money outstanding, LocalDate dueDate, LocalDate paidOn) {
    long daysLate = Math.max(0, ChronoUnit.DAYS.between(dueDate, paidOn));
    long ppm = Math.multiplyExact(daysLate, Law.on(dueDate).lateChargePerDayPpm());
    return Rounding.times(outstanding, BigDecimal.valueOf(ppm, PPM_SCALE));
  }
}
