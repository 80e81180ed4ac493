package com.cargobond.local.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.domain.input.BrokenRule;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A time is read by its value, and a bare one where it was made. */
class BareTimesTest {

  @ParameterizedTest
  @CsvSource({
    "2026-03-17T10:10:00,                 2026-03-17T02:10:00Z",
    "2026-03-17T10:10:00.5,               2026-03-17T02:10:00.500Z",
    "2026-03-17T24:00:00,                 2026-03-17T16:00:00Z",
    "2026-12-31T24:00:00.000,             2026-12-31T16:00:00Z",
    "2026-03-17T10:10:00Z,                2026-03-17T10:10:00Z",
    "2026-03-17T10:10:00-00:00,           2026-03-17T10:10:00Z",
    "2026-03-17T10:10:00+02:00,           2026-03-17T08:10:00Z",
    "2026-03-17T24:00:00Z,                2026-03-18T00:00:00Z",
    "2026-03-17T10:10:00.1234567890123Z,  2026-03-17T10:10:00.123456789Z",
  })
  void a_time_without_an_offset_is_of_china(String text, Instant moment) {
    assertThat(BareTimes.OF_CHINA.read(text).toInstant()).isEqualTo(moment);
  }

  @Test
  void another_zone_counts_for_bare_times_alone() {
    BareTimes berlin = new BareTimes(ZoneId.of("Europe/Berlin"));
    assertThat(berlin.read("2026-07-01T10:00:00")).isEqualTo("2026-07-01T10:00:00+02:00");
    assertThat(berlin.read("2026-07-01T10:00:00+08:00")).isEqualTo("2026-07-01T10:00:00+08:00");
  }

  @Test
  void where_clocks_change_a_time_comes_twice_or_not_at_all() {
    BareTimes berlin = new BareTimes(ZoneId.of("Europe/Berlin"));
    assertThat(berlin.read("2026-10-25T02:30:00")).isEqualTo("2026-10-25T02:30:00+02:00");
    assertThatThrownBy(() -> berlin.read("2026-03-29T02:30:00"))
        .isInstanceOf(BrokenRule.class)
        .hasMessage("is no time of Europe/Berlin, where clocks were put forward then");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-03-17",
        "10:10:00",
        "2026-03-17 10:10:00",
        "2026-03-17T10:10",
        "2026-02-29T10:10:00",
        "2026-04-31T24:00:00",
        "2026-03-17T24:00:01",
        "2026-03-17T24:00:00.1",
        "2026-03-17T25:00:00",
        "2026-03-17T10:10:60",
        "2026-03-17T10:10:00+19:00",
        "2026-03-17T10:10:00[Asia/Shanghai]",
        "٢٠٢٦-03-17T10:10:00",
      })
  void what_is_no_time_is_told(String text) {
    assertThatThrownBy(() -> BareTimes.OF_CHINA.read(text))
        .isInstanceOf(BrokenRule.class)
        .hasMessage("must be a time such as 2026-03-17T10:10:00+08:00");
  }
}
