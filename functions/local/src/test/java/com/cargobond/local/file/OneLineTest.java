package com.cargobond.local.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What others wrote cannot look like a line of ours. */
class OneLineTest {

  @Test
  void line_ends_are_blanks() {
    assertThat(OneLine.of("a\r\n\tb\u2028c")).isEqualTo("a   b c");
  }

  @Test
  void what_moves_the_cursor_or_cannot_be_seen_is_written_as_its_number() {
    assertThat(OneLine.of("\u001B[2K\0\u202Ea\u200B\uD842"))
        .isEqualTo("\\u001b[2K\\u0000\\u202ea\\u200b\\ud842");
  }

  @Test
  void all_else_stays() {
    String text = "\u9676 \uD842\uDFB7 \u00E9";
    assertThat(OneLine.of(text)).isEqualTo(text);
  }
}
