package com.cargobond.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cargobond.domain.input.BrokenRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AirportCodeTest {

  @ParameterizedTest
  @ValueSource(strings = {"PVG", "HKG"})
  void accepts_what_the_standard_allows(String value) {
    assertThat(new AirportCode(value)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pvg", "PV", "PVGX", "P1G", ""})
  void says_which_form_it_needs(String value) {
    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> new AirportCode(value))
        .withMessageContaining("3 capital letters");
  }
}
