package com.cargobond.domain.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.money.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amount × days × rate a year ÷ 365, rounded once, halves up. */
class DepositInterestTest {

  private static final LocalDate TAKEN = LocalDate.parse("2026-03-02");

  @ParameterizedTest
  @CsvSource({
    "1000.00, CNY, 2026-03-03, 3500, 0.01",
    "1000.00, CNY, 2026-03-20, 3500, 0.17",
    "1000.00, CNY, 2027-03-02, 3500, 3.50",
    "365.00,  CNY, 2026-03-03, 5000, 0.01",
    "365.00,  CNY, 2026-03-03, 4999, 0.00",
    "10000,   JPY, 2026-09-02, 3500, 18",
    "9999999999999.99, CNY, 2036-03-02, 3500, 350287671232.88",
  })
  void counts_every_day_from_the_taking_to_the_decision(
      String amount, String currency, LocalDate decidedOn, long ppm, String interest) {
    assertThat(DepositInterest.of(money(amount, currency), TAKEN, decidedOn, ppm))
        .isEqualTo(money(interest, currency));
  }

  @ParameterizedTest
  @CsvSource({"2026-03-02", "2026-03-01"})
  void there_is_none_on_the_day_of_the_taking_or_before(LocalDate decidedOn) {
    assertThat(DepositInterest.of(money("1000.00", "CNY"), TAKEN, decidedOn, 3500))
        .isEqualTo(money("0.00", "CNY"));
  }

  @Test
  void todays_rate_is_zero() {
    assertThat(DepositInterest.of(money("1000.00", "CNY"), TAKEN, LocalDate.parse("2027-03-02")))
        .isEqualTo(money("0.00", "CNY"));
  }

  private static Money money(String amount, String currency) {
    return Money.parse(amount, Money.currency(currency));
  }
}
