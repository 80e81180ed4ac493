package com.cargobond.domain.calendar;

import com.cargobond.domain.data.DataFile;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which days count as working days for Customs and banks. Days are those of China Standard Time.
 *
 * @param holidays days of rest, whatever the day of the week
 * @param makeUpDays Saturdays and Sundays that are worked in exchange for a holiday
 */
public record BusinessCalendar(Set<LocalDate> holidays, Set<LocalDate> makeUpDays) {

  /** The most business days that one question may count. */
  public static final int BUSINESS_DAYS_MAX = 366;

  private static final MonthDay NATIONAL_DAY = MonthDay.of(10, 1);

  private static final BusinessCalendar CHINA = load("CN.csv");

  /**
   * Checks the days.
   *
   * @throws IllegalArgumentException if a make-up day is not a weekend day, or a holiday as well
   */
  public BusinessCalendar {
    holidays = Set.copyOf(holidays);
    makeUpDays = Set.copyOf(makeUpDays);
    for (LocalDate day : makeUpDays) {
      if (!isWeekend(day) || holidays.contains(day)) {
        throw new IllegalArgumentException(day + " cannot be a make-up day");
      }
    }
  }

  /**
   * Mainland China, by the yearly notices of the State Council. Of a year without a notice only the
   * weekends, and what the table already names, are known.
   */
  public static BusinessCalendar china() {
    return CHINA;
  }

  /**
   * The last day of the last year with a notice. A notice names National Day; New Year's Day, which
   * the regulation fixes ahead of the notice, or a holiday that reaches into the next year is none.
   */
  public LocalDate knownUntil() {
    return holidays.stream()
        .filter(day -> MonthDay.from(day).equals(NATIONAL_DAY))
        .max(Comparator.naturalOrder())
        .map(day -> day.with(TemporalAdjusters.lastDayOfYear()))
        .orElse(LocalDate.MIN);
  }

  /** Whether Customs and banks work on the day. */
  public boolean isBusinessDay(LocalDate day) {
    return makeUpDays.contains(day) || !(isWeekend(day) || holidays.contains(day));
  }

  /** The day itself if it is a business day, otherwise the first business day after it. */
  public LocalDate onOrAfter(LocalDate day) {
    LocalDate businessDay = day;
    while (!isBusinessDay(businessDay)) {
      businessDay = businessDay.plusDays(1);
    }
    return businessDay;
  }

  /**
   * The nth business day of a month, counted from 1.
   *
   * @throws IllegalArgumentException if the month has no such day
   */
  public LocalDate nthBusinessDayOf(YearMonth month, int n) {
    int counted = 0;
    for (int i = 1; i <= month.lengthOfMonth(); i++) {
      LocalDate day = month.atDay(i);
      if (isBusinessDay(day) && ++counted == n) {
        return day;
      }
    }
    throw new IllegalArgumentException(month + " has no business day number " + n);
  }

  /**
   * The nth business day after the given day, which itself never counts; with 0 the given day.
   *
   * @param n 0 to {@link #BUSINESS_DAYS_MAX}
   * @throws IllegalArgumentException if n is out of range
   */
  public LocalDate plusBusinessDays(LocalDate day, int n) {
    if (n < 0 || n > BUSINESS_DAYS_MAX) {
      throw new IllegalArgumentException("must be 0 to " + BUSINESS_DAYS_MAX + " business days");
    }
    LocalDate businessDay = day;
    for (int counted = 0; counted < n; counted++) {
      businessDay = onOrAfter(businessDay.plusDays(1));
    }
    return businessDay;
  }

  private static boolean isWeekend(LocalDate day) {
    DayOfWeek dayOfWeek = day.getDayOfWeek();
    return dayOfWeek == DayOfWeek.SATURDAY || dayOfWeek == DayOfWeek.SUNDAY;
  }

  private static BusinessCalendar load(String fileName) {
    List<List<String>> rows = DataFile.rows(BusinessCalendar.class, fileName, 2);
    return new BusinessCalendar(days(rows, "holiday"), days(rows, "working"));
  }

  private static Set<LocalDate> days(List<List<String>> rows, String kind) {
    return rows.stream()
        .filter(row -> row.get(1).equals(kind))
        .map(row -> LocalDate.parse(row.get(0)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
