package com.cargobond.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cargobond.domain.input.BrokenRule;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerNoTest {

  @ParameterizedTest
  @ValueSource(strings = {"CSQU3054383", "RAIU6900114"})
  void accepts_what_the_standard_allows(String value) {
    assertThat(new ContainerNo(value)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"CSQU305438", "CSQU30543833", "CSQX3054383", "csqu3054383", "CSQ33054383", ""})
  void says_which_form_it_needs(String value) {
    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> new ContainerNo(value))
        .withMessageContaining("3 capital letters, U, J or Z, and 7 digits");
  }

  @Test
  void names_the_check_digit_that_it_misses() {
    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> new ContainerNo("MSCU6639871"))
        .withMessage("check digit must be 0");
  }

  @Property
  void refuses_any_single_digit_changed(
      @ForAll("valid") String valid,
      @ForAll @IntRange(min = 4, max = 10) int position,
      @ForAll @NumericChars char other) {
    Assume.that(valid.charAt(position) != other);

    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> new ContainerNo(Slip.at(position, other, valid)));
  }

  @Provide
  Arbitrary<String> valid() {
    return Arbitraries.of("CSQU3054383", "RAIU6900114");
  }
}
