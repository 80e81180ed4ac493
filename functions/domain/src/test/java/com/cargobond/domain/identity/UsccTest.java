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
import net.jqwik.api.constraints.UpperChars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsccTest {

  @ParameterizedTest
  @ValueSource(strings = {"9131000010000595XD", "914403001922038216", "91310115MA1AB2C343"})
  void accepts_what_the_standard_allows(String value) {
    assertThat(new Uscc(value)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "9131000010000595X",
        "9131000010000595XDD",
        "9131000010000595xd",
        "I131000010000595XD"
      })
  void says_which_form_it_needs(String value) {
    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> new Uscc(value))
        .withMessageContaining("18 digits or capital letters other than I, O, S, V and Z");
  }

  @Test
  void names_the_check_character_that_it_misses() {
    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> new Uscc("9131000010000595XE"))
        .withMessage("check character must be D");
  }

  @Test
  void names_the_check_character_that_the_organisation_code_misses() {
    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> new Uscc("91310000100005950D"))
        .withMessage("organisation code (characters 9 to 17): check character must be X");
  }

  @Property(tries = 2000)
  void refuses_any_single_character_changed(
      @ForAll("valid") String valid,
      @ForAll @IntRange(max = 17) int position,
      @ForAll @NumericChars @UpperChars char other) {
    Assume.that(valid.charAt(position) != other);

    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> new Uscc(Slip.at(position, other, valid)));
  }

  @Provide
  Arbitrary<String> valid() {
    return Arbitraries.of("9131000010000595XD", "914403001922038216", "91310115MA1AB2C343");
  }
}
