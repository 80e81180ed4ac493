package com.cargobond.domain.duty;

import static com.cargobond.domain.fixture.TestMoney.money;
import static com.cargobond.domain.fixture.TestMoney.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.law.ArticlesTaxBand;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalArticlesTaxTest {

  private static final LocalDate DATE = LocalDate.of(2026, 3, 2);

  @ParameterizedTest
  @CsvSource({
    "1000.00, LOW,    130.00",
    "1000.00, MIDDLE, 200.00",
    "1000.00, HIGH,   500.00",
    "999.97,  LOW,    130.00",
    "250.03,  MIDDLE, 50.01"
  })
  void taxes_the_value_at_the_rate_of_its_band(String value, ArticlesTaxBand band, String tax) {
    assertThat(PersonalArticlesTax.of(yuan(value), band, DATE)).isEqualTo(yuan(tax));
  }

  @ParameterizedTest
  @CsvSource({"250.00,MIDDLE", "100.00,HIGH", "384.65,LOW", "0.00,LOW"})
  void collects_nothing_up_to_fifty_yuan_of_tax(String value, ArticlesTaxBand band) {
    assertThat(PersonalArticlesTax.of(yuan(value), band, DATE)).isEqualTo(yuan("0.00"));
  }

  @ParameterizedTest
  @CsvSource({
    "HK, 800.00, true",
    "HK, 800.01, false",
    "MO, 800.01, false",
    "TW, 800.01, false",
    "JP, 1000.00, true",
    "JP, 1000.01, false"
  })
  void limits_the_value_by_where_the_articles_are_sent_from(
      String countryCode, String value, boolean within) {
    ArticlesOrigin origin = ArticlesOrigin.of(countryCode);

    assertThat(PersonalArticlesTax.isWithinValueLimit(yuan(value), origin, DATE)).isEqualTo(within);
  }

  @Test
  void refuses_a_value_in_another_currency() {
    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(
            () -> PersonalArticlesTax.of(money("100.00", "HKD"), ArticlesTaxBand.HIGH, DATE))
        .withMessage("must be in CNY");
  }
}
