package com.cargobond.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cargobond.domain.input.BrokenRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistrictCodeTest {

  @ParameterizedTest
  @ValueSource(strings = {"2233", "0100"})
  void accepts_what_the_standard_allows(String value) {
    assertThat(new DistrictCode(value)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"223", "22333", "22A3", ""})
  void says_which_form_it_needs(String value) {
    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> new DistrictCode(value))
        .withMessageContaining("4 digits");
  }

  @Test
  void covers_its_offices_and_the_administration_covers_all() {
    assertThat(new DistrictCode("2200").covers(new DistrictCode("2233"))).isTrue();
    assertThat(new DistrictCode("0000").covers(new DistrictCode("5100"))).isTrue();
    assertThat(new DistrictCode("2233").covers(new DistrictCode("2248"))).isFalse();
    assertThat(new DistrictCode("5100").covers(new DistrictCode("2233"))).isFalse();
    assertThat(new DistrictCode("2200").covers(new DistrictCode("0000"))).isFalse();
  }
}
