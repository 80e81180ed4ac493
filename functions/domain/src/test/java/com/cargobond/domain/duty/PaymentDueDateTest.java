package com.cargobond.domain.duty;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.calendar.BusinessCalendar;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentDueDateTest {

  private final BusinessCalendar calendar = BusinessCalendar.china();

  @ParameterizedTest
  @CsvSource({
    "2026-03-02,2026-03-17",
    "2026-03-06,2026-03-23",
    "2026-02-01,2026-02-24",
    "2026-01-30,2026-02-14",
    "2026-09-16,2026-10-08"
  })
  void is_fifteen_days_from_completion_rolled_over_days_of_rest(
      LocalDate completedOn, LocalDate expected) {
    assertThat(PaymentDueDate.ofDeclaration(completedOn, calendar)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02,2026-04-08",
    "2026-03-31,2026-04-08",
    "2026-09-30,2026-10-13",
    "2025-12-31,2026-01-08"
  })
  void is_the_fifth_working_day_of_the_next_month_when_payment_is_consolidated(
      LocalDate completedOn, LocalDate expected) {
    assertThat(PaymentDueDate.ofConsolidatedPayment(completedOn, calendar)).isEqualTo(expected);
  }
}
