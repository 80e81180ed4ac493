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

class LeiTest {

  @ParameterizedTest
  @ValueSource(strings = {"506700GE1G29325QX363", "7LTWFZYICNSX8D621K86"})
  void accepts_what_the_standard_allows(String value) {
    assertThat(new Lei(value)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "506700GE1G29325QX36",
        "506700GE1G29325QX3633",
        "506700ge1g29325qx363",
        "506700GE1G29325QX36A",
        ""
      })
  void says_which_form_it_needs(String value) {
    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> new Lei(value))
        .withMessageContaining("18 capital letters or digits and 2 check digits");
  }

  @Test
  void names_the_check_digits_that_it_misses() {
    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> new Lei("5493001KJTIIGC8Y1R17"))
        .withMessage("check digits must be 12");
  }

  @Property(tries = 2000)
  void refuses_any_single_digit_or_letter_changed_into_another(
      @ForAll("valid") String valid,
      @ForAll @IntRange(max = 19) int position,
      @ForAll @NumericChars @UpperChars char other) {
    Assume.that(valid.charAt(position) != other);
    Assume.that(Character.isDigit(valid.charAt(position)) == Character.isDigit(other));

    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> new Lei(Slip.at(position, other, valid)));
  }

  @Provide
  Arbitrary<String> valid() {
    return Arbitraries.of("506700GE1G29325QX363", "7LTWFZYICNSX8D621K86");
  }
}
