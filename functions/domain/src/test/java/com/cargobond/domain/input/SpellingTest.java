package com.cargobond.domain.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One name under several spellings. */
class SpellingTest {

  @ParameterizedTest
  @CsvSource({
    "东方(上海)有限公司, 东方（上海）有限公司",
    "Pudong Express, PUDONG  express",
    "Pudong Express, Ｐｕｄｏｎｇ Express",
    "officer-1, offic\u200Ber-1"
  })
  void capitals_widths_and_blanks_make_no_other_name(String name, String otherwise) {
    assertThat(Spelling.folded(name)).isEqualTo(Spelling.folded(otherwise));
  }

  @Test
  void another_word_is_another_name() {
    assertThat(Spelling.folded("Pudong Express"))
        .isNotEqualTo(Spelling.folded("Pudong Express Co"));
  }
}
