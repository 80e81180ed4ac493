package com.cargobond.domain.duty;

import com.cargobond.domain.calendar.BusinessCalendar;
import com.cargobond.domain.law.Law;
import java.time.LocalDate;
import java.time.YearMonth;

/** The last day on which duty is paid in time (Tariff Law art 43). */
public final class PaymentDueDate {

  private PaymentDueDate() {}

  /** Of a single declaration: 15 days from its completion, rolled over days of rest. */
  public static LocalDate ofDeclaration(LocalDate completedOn, BusinessCalendar calendar) {
    return calendar.onOrAfter(completedOn.plusDays(Law.on(completedOn).paymentDays()));
  }

  /** Of consolidated payment: the 5th working day of the month after the declaration's. */
  public static LocalDate ofConsolidatedPayment(LocalDate completedOn, BusinessCalendar calendar) {
    YearMonth nextMonth = YearMonth.from(completedOn).plusMonths(1);
    int workingDay = Law.on(completedOn).consolidatedPaymentWorkingDay();
    return calendar.nthBusinessDayOf(nextMonth, workingDay);
  }
}
