package com.cargobond.domain.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatedNumbersTest {

  private final DatedNumbers numbers =
      new DatedNumbers(
          List.of(
              List.of("payment-days", "2026-07-01", "20"),
              List.of("payment-days", "2024-12-01", "15")));

  @ParameterizedTest
  @CsvSource({"2024-12-01,15", "2026-06-30,15", "2026-07-01,20", "2030-01-01,20"})
  void takes_the_value_with_the_latest_first_date_that_has_come(LocalDate date, long expected) {
    assertThat(numbers.on(date, "payment-days")).isEqualTo(expected);
  }

  @Test
  void names_the_number_and_the_date_that_lies_before_its_first_value() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> numbers.on(LocalDate.of(2024, 11, 30), "payment-days"))
        .withMessage("payment-days has no value on 2024-11-30, its first is from 2024-12-01");
  }

  @Test
  void names_the_number_that_it_does_not_know() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> numbers.on(LocalDate.of(2026, 1, 1), "payment-weeks"))
        .withMessage("there is no number payment-weeks");
  }

  @Test
  void refuses_two_values_from_one_date() {
    List<String> row = List.of("payment-days", "2024-12-01", "15");

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> new DatedNumbers(List.of(row, row)))
        .withMessage("payment-days has two values from 2024-12-01");
  }
}
