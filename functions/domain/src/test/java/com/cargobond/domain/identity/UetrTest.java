package com.cargobond.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cargobond.domain.input.BrokenRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UetrTest {

  @ParameterizedTest
  @ValueSource(strings = {"b94458f8-1f27-40e9-bf74-b07cbb339439"})
  void accepts_what_the_standard_allows(String value) {
    assertThat(new Uetr(value)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "B94458F8-1F27-40E9-BF74-B07CBB339439",
        "b94458f8-1f27-10e9-bf74-b07cbb339439",
        "b94458f8-1f27-40e9-cf74-b07cbb339439",
        "b94458f81f2740e9bf74b07cbb339439",
        ""
      })
  void says_which_form_it_needs(String value) {
    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> new Uetr(value))
        .withMessageContaining("version 4 UUID in lower case");
  }
}
