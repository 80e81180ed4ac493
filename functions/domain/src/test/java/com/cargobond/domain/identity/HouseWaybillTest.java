package com.cargobond.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cargobond.domain.input.BrokenRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HouseWaybillTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"SF1234567890123", "1", "1Z-999-AA1", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void accepts_what_the_standard_allows(String value) {
    assertThat(new HouseWaybill(value)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "sf1234567890123", "SF 123", "SF#1", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void says_which_form_it_needs(String value) {
    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> new HouseWaybill(value))
        .withMessageContaining("1 to 35 capital letters");
  }
}
