package com.cargobond.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cargobond.domain.input.BrokenRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomsRegistrationCodeTest {

  @ParameterizedTest
  @ValueSource(strings = {"3122260001", "4403W6K00A"})
  void accepts_what_the_standard_allows(String value) {
    assertThat(new CustomsRegistrationCode(value)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"312226000", "31222600011", "312a260001", "31Z2260001", "312226000 ", ""})
  void says_which_form_it_needs(String value) {
    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> new CustomsRegistrationCode(value))
        .withMessageContaining("4 digits and 6 digits or capital letters");
  }
}
