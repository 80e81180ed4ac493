package com.cargobond.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** A table reads the same in a terminal and as Markdown. */
class MarkdownTableTest {

  @Test
  void cells_stand_below_their_headings() {
    MarkdownTable table = new MarkdownTable("subject", "ms");
    table.add("hello", "12.5");
    table.add("a", "1");
    assertThat(table)
        .hasToString(
            """
            | subject | ms   |
            |---------|------|
            | hello   | 12.5 |
            | a       | 1    |""");
  }

  @Test
  void a_row_with_too_few_cells_is_refused() {
    MarkdownTable table = new MarkdownTable("subject", "ms");
    assertThatIllegalArgumentException().isThrownBy(() -> table.add("hello"));
  }
}
