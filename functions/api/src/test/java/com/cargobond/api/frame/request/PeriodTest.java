package com.cargobond.api.frame.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Days of China Standard Time, both included. */
class PeriodTest {

  private final Period<String> day = Period.read("2026-03-20", "2026-03-20", null, same());

  @Test
  void a_day_begins_and_ends_at_midnight_in_china() {
    assertThat(day.covers(Instant.parse("2026-03-19T15:59:59.999Z"))).isFalse();
    assertThat(day.covers(Instant.parse("2026-03-19T16:00:00Z"))).isTrue();
    assertThat(day.covers(Instant.parse("2026-03-20T15:59:59.999Z"))).isTrue();
    assertThat(day.covers(Instant.parse("2026-03-20T16:00:00Z"))).isFalse();
  }

  @Test
  void a_page_may_begin_behind_a_place() {
    assertThat(day.after()).isEmpty();
    assertThat(Period.read("2026-03-20", "2026-03-21", "DEP-1", same()).after()).contains("DEP-1");
  }

  @Test
  void each_parameter_that_breaks_a_rule_is_named_at_once() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> Period.read(null, "tomorrow", null, same()))
        .satisfies(
            invalid ->
                assertThat(invalid.violations())
                    .extracting(Violation::field)
                    .containsExactly("from", "to"));
  }

  private static Function<String, String> same() {
    return Function.identity();
  }
}
