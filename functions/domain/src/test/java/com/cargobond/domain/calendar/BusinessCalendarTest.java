package com.cargobond.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessCalendarTest {

  private final BusinessCalendar china = BusinessCalendar.china();

  @ParameterizedTest
  @CsvSource({
    "2026-10-01, 2026-12-31",
    "2026-10-01 2027-01-01, 2026-12-31",
    "2025-10-01 2026-10-01, 2026-12-31",
    "2026-10-01 2027-10-01, 2027-12-31"
  })
  void is_known_until_the_end_of_the_last_year_whose_national_day_it_names(
      String holidays, LocalDate end) {
    Set<LocalDate> days =
        Arrays.stream(holidays.split(" ")).map(LocalDate::parse).collect(Collectors.toSet());

    assertThat(new BusinessCalendar(days, Set.of()).knownUntil()).isEqualTo(end);
  }

  @Test
  void is_not_known_at_all_without_a_notice() {
    assertThat(new BusinessCalendar(Set.of(), Set.of()).knownUntil()).isEqualTo(LocalDate.MIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-01-01", "2025-01-28", "2025-02-04", "2025-06-02", "2025-10-08", "2026-01-02",
        "2026-02-16", "2026-02-23", "2026-04-06", "2026-05-05", "2026-06-19", "2026-09-25",
        "2026-10-01", "2026-10-07", "2027-01-01"
      })
  void rests_on_holidays(LocalDate day) {
    assertThat(china.isBusinessDay(day)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-01-26",
        "2025-02-08",
        "2025-04-27",
        "2025-09-28",
        "2025-10-11",
        "2026-01-04",
        "2026-02-14",
        "2026-02-28",
        "2026-05-09",
        "2026-09-20",
        "2026-10-10"
      })
  void works_on_the_weekends_that_make_up_for_a_holiday(LocalDate day) {
    assertThat(china.isBusinessDay(day)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"2026-03-06,true", "2026-03-07,false", "2026-03-08,false", "2028-01-03,true"})
  void works_from_monday_to_friday_on_other_days(LocalDate day, boolean worked) {
    assertThat(china.isBusinessDay(day)).isEqualTo(worked);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-17,2026-03-17",
    "2026-03-21,2026-03-23",
    "2026-02-14,2026-02-14",
    "2026-02-15,2026-02-24",
    "2026-10-01,2026-10-08"
  })
  void rolls_a_day_of_rest_forward(LocalDate day, LocalDate expected) {
    assertThat(china.onOrAfter(day)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"2026-04,5,2026-04-08", "2026-10,1,2026-10-08", "2026-10,3,2026-10-10"})
  void finds_the_nth_business_day_of_a_month(YearMonth month, int n, LocalDate expected) {
    assertThat(china.nthBusinessDayOf(month, n)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 18, BusinessCalendar.BUSINESS_DAYS_MAX + 1})
  void names_the_business_day_that_a_month_does_not_have(int n) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> china.nthBusinessDayOf(YearMonth.of(2026, 2), n))
        .withMessage("2026-02 has no business day number " + n);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-06,0,2026-03-06",
    "2026-03-07,0,2026-03-07",
    "2026-03-06,1,2026-03-09",
    "2026-03-07,1,2026-03-09",
    "2026-09-30,1,2026-10-08",
    "2026-09-30,3,2026-10-10"
  })
  void counts_business_days_from_the_next_day(LocalDate day, int n, LocalDate expected) {
    assertThat(china.plusBusinessDays(day, n)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, BusinessCalendar.BUSINESS_DAYS_MAX + 1})
  void bounds_how_far_it_counts(int n) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> china.plusBusinessDays(LocalDate.of(2026, 3, 2), n));
  }

  @Property
  void lands_on_a_business_day_and_passes_none_when_it_rolls(
      @ForAll @IntRange(max = 1094) int offset) {
    LocalDate day = LocalDate.of(2025, 1, 1).plusDays(offset);

    LocalDate rolled = china.onOrAfter(day);

    assertThat(china.isBusinessDay(rolled)).isTrue();
    assertThat(day.datesUntil(rolled)).noneMatch(china::isBusinessDay);
  }

  @Test
  void refuses_a_make_up_day_that_is_no_weekend_day_or_a_holiday_as_well() {
    LocalDate monday = LocalDate.of(2026, 3, 2);
    LocalDate sunday = LocalDate.of(2026, 3, 1);

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new BusinessCalendar(Set.of(), Set.of(monday)));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new BusinessCalendar(Set.of(sunday), Set.of(sunday)))
        .withMessage("2026-03-01 cannot be a make-up day");
  }
}
