package com.cargobond.domain.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

  @Test
  void lets_any_language_pass_up_to_the_length() {
    assertThat(Text.free(4).apply("快件运营")).isEqualTo("快件运营");
  }

  @Test
  void counts_characters_and_not_their_halves() {
    String rare = "\uD842\uDFB7";

    assertThat(Text.free(4).apply(rare.repeat(4))).hasSize(8);
    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> Text.free(4).apply(rare.repeat(5)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00a0", "\u3000 ", "12345"})
  void refuses_what_has_nothing_to_see_and_excess(String text) {
    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> Text.free(4).apply(text))
        .withMessage("must have 1 to 4 characters");
  }

  @ParameterizedTest
  @CsvSource({
    "000a, control",
    "0000, control",
    "0085, control",
    "d842, half characters",
    "dfb7, half characters",
    "fffe, U+FFFE",
    "ffff, U+FFFF",
    "200b, invisible",
    "202e, invisible",
    "feff, invisible",
    "00ad, invisible",
    "e0001, invisible",
    "e0041, invisible"
  })
  void refuses_what_nobody_sees_or_nothing_carries(String hexadecimal, String rule) {
    String text = "a" + Character.toString(Integer.parseInt(hexadecimal, 16)) + "b";

    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> Text.free(9).apply(text))
        .withMessageContaining(rule);
    assertThatExceptionOfType(BrokenRule.class)
        .isThrownBy(() -> Text.name(9).apply(text))
        .withMessageContaining(rule);
  }

  @Test
  void takes_joiners_in_names_alone() {
    String name = "می\u200cخواهم";

    assertThat(Text.name(20).apply(name)).isEqualTo(name);
    assertThatExceptionOfType(BrokenRule.class).isThrownBy(() -> Text.free(20).apply(name));
    assertThatExceptionOfType(BrokenRule.class).isThrownBy(() -> Text.name(20).apply("\u200d"));
  }

  @Test
  void knows_every_format_character_of_this_jdk() {
    for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
      if (Character.getType(character) == Character.FORMAT) {
        assertThat(Characters.isFormat(character)).as("U+%X", character).isTrue();
      }
    }
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
