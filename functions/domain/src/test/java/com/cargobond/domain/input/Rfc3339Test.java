package com.cargobond.domain.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read by its places is what Java's own reader reads, and nothing else is. */
class Rfc3339Test {

  private static final String DIGITS_AND_SIGNS = "0123456789-:+.TtZz ";

  @Property
  void reads_every_moment_as_java_does(
      @ForAll @LongRange(min = -62_135_596_800L, max = 253_402_300_799L) long second,
      @ForAll @IntRange(max = 999_999_999) int nanos,
      @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int offsetMinutes) {
    OffsetDateTime time =
        Instant.ofEpochSecond(second, nanos)
            .atOffset(java.time.ZoneOffset.ofTotalSeconds(offsetMinutes * 60));
    if (time.getYear() < 0 || time.getYear() > 9999) {
      return;
    }
    String text = java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    assertThat(Rfc3339.time(text)).isEqualTo(time.toInstant());
    assertThat(Rfc3339.date(text.substring(0, 10))).isEqualTo(time.toLocalDate());
  }

  /** Slips of one character: both read the same, or neither reads anything. */
  @Property(tries = 20_000)
  void reads_no_slip_that_java_does_not(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text =
        new StringBuilder(
            random.nextBoolean() ? "2026-03-17T09:30:00.125+08:00" : "2024-02-29T23:59:59Z");
    for (int i = random.nextInt(3); i >= 0; i--) {
      text.setCharAt(
          random.nextInt(text.length()),
          DIGITS_AND_SIGNS.charAt(random.nextInt(DIGITS_AND_SIGNS.length())));
    }
    assertThat(read(text.toString())).isEqualTo(readByJava(text.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-17T09:30Z",
        "2026-03-17T09:30:00",
        "2026-03-17T09:30:00+08",
        "2026-03-17T09:30:00+08:00:00",
        "2026-03-17 09:30:00Z",
        "2026-02-30T09:30:00Z",
        "2026-03-17T24:00:00Z",
        "2026-03-17T09:30:60Z",
        "2026-03-17T09:30:00.Z",
        "2026-03-17T09:30:00.1234567890Z",
        "2026-03-17T09:30:00+19:00",
        "2026-03-17",
        ""
      })
  void refuses_what_is_no_time_with_offset(String text) {
    assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> Rfc3339.time(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-30", "2026-3-17", "20260317", "2026-03-17T", "+2026-03-17", ""})
  void refuses_what_is_no_day(String text) {
    assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> Rfc3339.date(text));
  }

  @Test
  void tells_the_year_as_it_is_written() {
    List<Integer> years = new ArrayList<>();
    Rfc3339.time("2026-01-01T00:00:00+08:00", years::add);
    Rfc3339.time("2026-01-01t00:00:00z", years::add);
    assertThat(years).containsExactly(2026, 2026);
    assertThat(Rfc3339.date("2026-01-01")).isEqualTo(LocalDate.of(2026, 1, 1));
  }

  private static Object read(String text) {
    try {
      return Rfc3339.time(text);
    } catch (DateTimeException none) {
      return "none";
    }
  }

  private static Object readByJava(String text) {
    boolean isOfTheForm =
        text.matches("[^Tt]+[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");
    try {
      return isOfTheForm ? OffsetDateTime.parse(text).toInstant() : "none";
    } catch (DateTimeException none) {
      return "none";
    }
  }
}
