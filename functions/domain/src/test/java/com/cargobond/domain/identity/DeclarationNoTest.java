package com.cargobond.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cargobond.domain.input.BrokenRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclarationNoTest {

  @ParameterizedTest
  @ValueSource(strings = {"223320261000000123", "223320260000000123"})
  void accepts_what_the_standard_allows(String value) {
    assertThat(new DeclarationNo(value)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "22332026100000012",
        "2233202610000001234",
        "223320262000000123",
        "22332026100000012X",
        ""
      })
  void says_which_form_it_needs(String value) {
    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> new DeclarationNo(value))
        .withMessageContaining("18 digits");
  }
}
