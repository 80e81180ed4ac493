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

class CnapsCodeTest {

  @ParameterizedTest
  @ValueSource(strings = {"313651027012", "303791000177", "402873300213"})
  void accepts_what_the_standard_allows(String value) {
    assertThat(new CnapsCode(value)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"31365102701", "3136510270122", "31365102701X", ""})
  void says_which_form_it_needs(String value) {
    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> new CnapsCode(value))
        .withMessageContaining("12 digits");
  }

  @Test
  void names_the_check_digit_that_it_misses() {
    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> new CnapsCode("313651027013"))
        .withMessage("check digit must be 2");
  }

  @Property
  void refuses_any_single_digit_changed(
      @ForAll("valid") String valid,
      @ForAll @IntRange(max = 11) int position,
      @ForAll @NumericChars char other) {
    Assume.that(valid.charAt(position) != other);

    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> new CnapsCode(Slip.at(position, other, valid)))
        .withMessageStartingWith("check digit must be ");
  }

  @Provide
  Arbitrary<String> valid() {
    return Arbitraries.of("313651027012", "303791000177", "402873300213");
  }

  @Test
  void covers_itself_and_as_a_head_office_its_branches() {
    CnapsCode headOffice = new CnapsCode("102100099996");
    CnapsCode branch = new CnapsCode("102290000017");

    assertThat(headOffice.covers(branch)).isTrue();
    assertThat(branch.covers(branch)).isTrue();
    assertThat(branch.covers(headOffice)).isFalse();
    assertThat(headOffice.covers(new CnapsCode("303791000177"))).isFalse();
  }

  @Test
  void stands_for_no_other_bank_where_banks_share_their_first_digits() {
    assertThat(new CnapsCode("313651027012").covers(new CnapsCode("313290000017"))).isFalse();
  }
}
