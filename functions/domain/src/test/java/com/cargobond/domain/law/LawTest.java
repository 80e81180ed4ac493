package com.cargobond.domain.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LawTest {

  private final Law law = Law.on(LocalDate.of(2026, 3, 2));

  @Test
  void knows_the_terms_of_payment() {
    assertThat(law.paymentDays()).isEqualTo(15);
    assertThat(law.consolidatedPaymentWorkingDay()).isEqualTo(5);
    assertThat(law.lateChargePerDayPpm()).isEqualTo(500);
    assertThat(law.lateChargeFloorFen()).isEqualTo(50_00);
    assertThat(law.defaultMonths()).isEqualTo(3);
  }

  @Test
  void knows_the_value_limits_of_the_classes() {
    assertThat(law.classCValueLimitFen()).isEqualTo(5_000_00);
    assertThat(law.personalValueLimitFen()).isEqualTo(1_000_00);
    assertThat(law.personalValueLimitHongKongMacaoTaiwanFen()).isEqualTo(800_00);
    assertThat(law.articlesTaxExemptFen()).isEqualTo(50_00);
  }

  @ParameterizedTest
  @CsvSource({"LOW,0.13", "MIDDLE,0.20", "HIGH,0.50"})
  void knows_the_rates_of_the_articles_tax(ArticlesTaxBand band, String rate) {
    assertThat(law.articlesTaxRate(band)).isEqualByComparingTo(rate);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019-04-01", "2025-12-31", "2026-01-01"})
  void knows_the_rates_of_vat(LocalDate date) {
    assertThat(Law.on(date).vatStandardRate()).isEqualByComparingTo("0.13");
    assertThat(Law.on(date).vatReducedRate()).isEqualByComparingTo("0.09");
  }

  @Test
  void knows_what_this_project_decided() {
    assertThat(law.claimMarginDays()).isEqualTo(30);
    assertThat(law.expiryAlertDays()).containsExactly(30, 10, 1);
  }

  @Test
  void names_the_number_and_the_date_that_lies_before_the_law() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Law.on(LocalDate.of(2003, 12, 31)).paymentDays())
        .withMessageContaining("payment-days")
        .withMessageContaining("2003-12-31");
  }
}
