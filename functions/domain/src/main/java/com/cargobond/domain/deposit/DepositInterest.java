package com.cargobond.domain.deposit;

import com.cargobond.domain.duty.Rounding;
import com.cargobond.domain.law.Law;
import com.cargobond.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What Customs pays on top of a deposit that it gives back: simple interest for each day, at the
 * rate in force when it decided. It does not come out of what is held.
 */
public final class DepositInterest {

  private static final BigDecimal DAYS_A_YEAR = BigDecimal.valueOf(365);
  private static final int PPM_SCALE = 6;

  private DepositInterest() {}

  /** The interest on what is given back; none if it was decided before the deposit was taken. */
  public static Money of(Money givenBack, LocalDate takenOn, LocalDate decidedOn) {
    return of(givenBack, takenOn, decidedOn, Law.on(decidedOn).depositInterestPerYearPpm());
  }

  static Money of(Money givenBack, LocalDate takenOn, LocalDate decidedOn, long perYearPpm) {
    long days = Math.max(0, ChronoUnit.DAYS.between(takenOn, decidedOn));
    return Rounding.times(
        givenBack,
        BigDecimal.valueOf(Math.multiplyExact(days, perYearPpm), PPM_SCALE),
        DAYS_A_YEAR);
  }
}
