package com.cargobond.domain.duty;

import com.cargobond.domain.law.Law;
import com.cargobond.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;

/**
 * What late payment of duty costs: 0.05 % a day of each part of the duty until the day on which
 * that part was paid (Tariff Law art. 43), and of a notice nothing below a floor of CNY 50 (GACC
 * Order 272). Rate, floor and cap are those in force on the due date.
 */
public final class LatePaymentCharge {

  private static final int PPM_SCALE = 6;
  private static final int PERCENT_SCALE = 2;

  private LatePaymentCharge() {}

  /**
   * A part of the duty of one notice.
   *
   * @param minor in minor units of the notice's currency
   * @param paidOn the last day that is charged: on which it was paid, or up to which it is counted
   */
  public record Part(long minor, LocalDate paidOn) {}

  /**
   * What is collected on one notice: the sum over the parts, or nothing if that is below the floor.
   * The floor is in CNY; there is none in another currency.
   *
   * @param parts of the notice's duty, those of one day together, since each is rounded by itself
   * @param dueDate the last day of payment in time; the day after it is the first that is charged
   */
  public static Money of(List<Part> parts, LocalDate dueDate, Currency currency) {
    return of(parts, dueDate, currency, Law.on(dueDate).lateChargeCapPercent());
  }

  /** The same with a cap in percent of the duty; 0 for none. */
  static Money of(List<Part> parts, LocalDate dueDate, Currency currency, int capPercent) {
    Money charge = Money.zero(currency);
    long duty = 0;
    for (Part part : parts) {
      charge = charge.plus(computed(new Money(part.minor(), currency), dueDate, part.paidOn()));
      duty = Math.addExact(duty, part.minor());
    }
    Money capped = capped(charge, duty, capPercent);
    boolean belowFloor = Yuan.is(capped) && capped.minor() < Law.on(dueDate).lateChargeFloorFen();
    return belowFloor ? Money.zero(currency) : capped;
  }

  /**
   * The charge on one part before the floor, rounded once to the minor unit, halves up.
   *
   * @param outstanding the duty that was not paid by the due date
   * @param paidOn the last day that is charged; up to the due date the charge is zero
   */
  public static Money computed(Money outstanding, LocalDate dueDate, LocalDate paidOn) {
    long daysLate = Math.max(0, ChronoUnit.DAYS.between(dueDate, paidOn));
    long ppm = Math.multiplyExact(daysLate, Law.on(dueDate).lateChargePerDayPpm());
    return Rounding.times(outstanding, BigDecimal.valueOf(ppm, PPM_SCALE));
  }

  private static Money capped(Money charge, long dutyMinor, int percent) {
    if (percent == 0) {
      return charge;
    }
    Money cap =
        Rounding.times(
            new Money(dutyMinor, charge.currency()), BigDecimal.valueOf(percent, PERCENT_SCALE));
    return charge.compareTo(cap) > 0 ? cap : charge;
  }
}
