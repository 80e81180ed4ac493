package com.cargobond.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cargobond.domain.input.BrokenRule;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AirWaybillTest {

  @ParameterizedTest
  @ValueSource(strings = {"020-68548340", "888-11111111", "123-12345675"})
  void accepts_what_the_standard_allows(String value) {
    assertThat(new AirWaybill(value)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "02068548340",
        "020-6854834",
        "020-685483400",
        "O20-68548340",
        "020-68548340 ",
        ""
      })
  void says_which_form_it_needs(String value) {
    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> new AirWaybill(value))
        .withMessageContaining("3 digits, a hyphen and 8 digits");
  }

  @Test
  void names_the_check_digit_that_it_misses() {
    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> new AirWaybill("888-11111112"))
        .withMessage("check digit must be 1");
  }

  @Property
  void refuses_every_other_check_digit(@ForAll @IntRange(max = 9_999_999) int serial) {
    String body = "123-" + "%07d".formatted(serial);

    List<Integer> accepted =
        IntStream.rangeClosed(0, 9).filter(digit -> accepts(body + digit)).boxed().toList();

    assertThat(accepted).containsExactly(serial % 7);
  }

  private static boolean accepts(String value) {
    try {
      return new AirWaybill(value).value().equals(value);
    } catch (BrokenRule broken) {
      return false;
    }
  }
}
