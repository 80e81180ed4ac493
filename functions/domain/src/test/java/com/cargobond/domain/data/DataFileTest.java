package com.cargobond.domain.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class DataFileTest {

  @Test
  void reads_the_rows_below_the_header_and_skips_comments_and_blank_lines() {
    assertThat(DataFile.rows(DataFileTest.class, "sample.csv", 2))
        .containsExactly(List.of("a", "1"), List.of("b", "2, and a comma"));
  }

  @Test
  void names_the_row_that_has_too_few_columns() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> DataFile.rows(DataFileTest.class, "sample.csv", 3))
        .withMessage("sample.csv needs 3 columns in: a,1");
  }

  @Test
  void names_the_file_that_is_missing() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> DataFile.rows(DataFileTest.class, "none.csv", 2))
        .withMessageStartingWith("none.csv is not beside");
  }
}
