package com.cargobond.domain.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A set of characters is what a class of a regular expression is. */
class AsciiSetTest {

  @Test
  void has_the_characters_that_a_regular_expression_has() {
    for (String characters : List.of("0-9", "A-Z0-9-", "A-Za-z0-9._:-", "!-~", "ABC")) {
      AsciiSet set = AsciiSet.of(characters);
      for (char c = 0; c < 0x300; c++) {
        assertThat(set.contains(c))
            .as("%s: %x", characters, (int) c)
            .isEqualTo(Character.toString(c).matches("[" + characters + "]"));
      }
    }
  }

  @Property
  void matches_the_texts_that_it_matches(@ForAll String text) {
    assertThat(AsciiSet.of("A-Z0-9-").matches(text, 1, 35))
        .isEqualTo(text.matches("[A-Z0-9-]{1,35}"));
  }

  @Test
  void counts_the_characters() {
    assertThat(AsciiSet.DIGITS.matches("", 1, 2)).isFalse();
    assertThat(AsciiSet.DIGITS.matches("12", 1, 2)).isTrue();
    assertThat(AsciiSet.DIGITS.matches("123", 1, 2)).isFalse();
  }
}
