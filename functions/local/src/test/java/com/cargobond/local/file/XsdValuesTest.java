package com.cargobond.local.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.domain.input.BrokenRule;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A value of XML Schema is what it means, however it is spelled. */
class XsdValuesTest {

  @ParameterizedTest
  @CsvSource({"true, true", "1, true", "' 1\n', true", "false, false", "0, false"})
  void a_flag_is_a_word_or_a_digit(String text, boolean value) {
    assertThat(XsdValues.flag(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-17",
        "2026-03-17Z",
        "2026-03-17+08:00",
        "2026-03-17-05:00",
        " 2026-03-17\t"
      })
  void a_date_may_say_its_zone(String text) {
    assertThat(XsdValues.date(text)).isEqualTo("2026-03-17");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"100", "+100.00", "100.", "0000000000000100.00", "\n100.000000000000000000 "})
  void a_decimal_may_have_a_plus_and_zeros_around_it(String text) {
    assertThat(XsdValues.decimal(text)).isEqualByComparingTo("100");
  }

  @Test
  void a_decimal_may_begin_with_its_point_or_be_negative() {
    assertThat(XsdValues.decimal(".5")).isEqualByComparingTo("0.5");
    assertThat(XsdValues.decimal("-0.5")).isEqualByComparingTo("-0.5");
  }

  @Test
  void zeros_before_a_number_do_not_count() {
    assertThat(XsdValues.wholeNumber("00001")).isEqualByComparingTo(BigDecimal.ONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "TRUE", "yes", "01", "2", "\u00a01", "2026-3-17", "2026-02-30", "1e3"})
  void what_has_no_such_form_is_refused(String text) {
    assertThatThrownBy(() -> XsdValues.flag(text)).isInstanceOf(BrokenRule.class);
    assertThatThrownBy(() -> XsdValues.date(text)).isInstanceOf(BrokenRule.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "+", "1,000", "1e3", "--1", "1 0", "\u0661", "\uff11"})
  void what_is_no_decimal_is_refused(String text) {
    assertThatThrownBy(() -> XsdValues.decimal(text)).isInstanceOf(BrokenRule.class);
    assertThatThrownBy(() -> XsdValues.wholeNumber(text)).isInstanceOf(BrokenRule.class);
  }

  @Test
  void a_number_of_thousands_of_digits_is_refused() {
    String endless = "0".repeat(5_000) + "1";
    assertThatThrownBy(() -> XsdValues.decimal(endless)).isInstanceOf(BrokenRule.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"100.00", "+100.00", "0000000000000100.00", "100.00000000000000000000"})
  void an_amount_is_what_it_is_worth(String text) {
    assertThat(XmlMoney.parse(text, "CNY").toString()).isEqualTo("100.00 CNY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0.001", "10000000000000000"})
  void an_amount_that_is_none_is_refused(String text) {
    assertThatThrownBy(() -> XmlMoney.parse(text, "CNY")).isInstanceOf(BrokenRule.class);
  }
}
