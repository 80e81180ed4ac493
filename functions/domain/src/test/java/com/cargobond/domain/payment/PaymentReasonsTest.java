package com.cargobond.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.payment.PaymentReasons.Follows;
import com.cargobond.domain.payment.PaymentReasons.Rule;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentReasonsTest {

  private static final LocalDate DAY = LocalDate.parse("2026-03-20");

  private static Rule bank(String code) {
    return PaymentReasons.of(RailName.BANK).rule(Optional.ofNullable(code), DAY);
  }

  @ParameterizedTest
  @CsvSource({"AC04, REPAIR", "MS03, RETRY", "AM05, ASK", "ZZ99, REPAIR", ", REPAIR"})
  void a_code_that_nobody_knows_or_none_needs_a_person(String code, Follows follows) {
    assertThat(bank(code).follows()).isEqualTo(follows);
  }

  @Test
  void a_code_of_later_rules_is_none_yet() {
    assertThat(
            PaymentReasons.of(RailName.BANK)
                .rule(Optional.of("MS03"), LocalDate.parse("2000-12-31"))
                .follows())
        .isEqualTo(Follows.REPAIR);
  }

  @ParameterizedTest
  @CsvSource({"MS03, 1, 60", "MS03, 2, 120", "MS03, 4, 480", "AC06, 1, 1440", "AC06, 4, 11520"})
  void each_wait_is_twice_the_one_before(String code, int failures, int minutes) {
    assertThat(bank(code).waitAfter(failures)).isEqualTo(Duration.ofMinutes(minutes));
  }

  @Test
  void no_wait_is_longer_than_the_longest() {
    Rule hourly = new Rule(Follows.RETRY, Duration.ofHours(1), Duration.ofHours(1), 100);

    assertThat(hourly.waitAfter(99)).isEqualTo(Duration.ofHours(1));
    assertThat(hourly.isRetriedAfter(99)).isTrue();
    assertThat(hourly.isRetriedAfter(100)).isFalse();
  }

  @Test
  void what_failed_before_a_repair_waits_as_if_it_had_failed_once() {
    assertThat(bank("MS03").waitAfter(0)).isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AC04", "AM05"})
  void only_what_is_retried_is_retried(String code) {
    assertThat(bank(code).isRetriedAfter(0)).isFalse();
  }
}
