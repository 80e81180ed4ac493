package com.cargobond.domain.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

  @Test
  void lets_any_language_pass_up_to_the_length() {
    assertThat(Text.upTo(4).apply("快件运营")).isEqualTo("快件运营");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "12345", "a\nb", "a\u0000b"})
  void refuses_blanks_control_characters_and_excess(String text) {
    assertThatExceptionOfType(BrokenRule.class).isThrownBy(() -> Text.upTo(4).apply(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "ä",
        "a/b",
        "12345678901234567890123456789012345678901234567890123456789012345"
      })
  void knows_references_of_characters_that_are_safe_in_a_path_only(String text) {
    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> Text.reference(text))
        .withMessage("must be 1 to 64 letters, digits or any of . _ : -");
  }
}
