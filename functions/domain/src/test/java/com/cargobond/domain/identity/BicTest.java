package com.cargobond.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cargobond.domain.input.BrokenRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BicTest {

  @ParameterizedTest
  @ValueSource(strings = {"COMMCNSH", "ICBKCNBJXXX"})
  void accepts_what_the_standard_allows(String value) {
    assertThat(new Bic(value)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"COMMCNS", "COMMCNSHX", "COMMCNSHXXXX", "commcnsh", "COMM1NSH", ""})
  void says_which_form_it_needs(String value) {
    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> new Bic(value))
        .withMessageContaining("8 or 11 capital letters and digits");
  }
}
