package com.cargobond.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Times are those of Shanghai. */
class OpeningHoursTest {

  private static final OpeningHours BANK = OpeningHours.of(RailName.BANK);

  /** As a clearing system has them, with a night that belongs to the business day before. */
  private static final OpeningHours DAY_AND_NIGHT =
      OpeningHours.of(
          List.of(
              List.of("X", "2001-01-01", "08:30", "17:00"),
              List.of("X", "2026-10-19", "08:30", "16:00"),
              List.of("X", "2026-10-19", "17:00", "08:00")));

  @ParameterizedTest
  @CsvSource({
    "before the opening,    2026-03-20T08:29:59, 2026-03-20T08:30:00",
    "from the opening on,   2026-03-20T08:30:00,",
    "before the cut-off,    2026-03-20T16:59:59,",
    "from the cut-off on,   2026-03-19T17:00:00, 2026-03-20T08:30:00",
    "over the weekend,      2026-03-20T17:00:00, 2026-03-23T08:30:00",
    "on a Saturday,         2026-03-21T12:00:00, 2026-03-23T08:30:00",
    "over National Day,     2026-09-30T17:00:00, 2026-10-08T08:30:00",
    "on a worked Saturday,  2026-10-10T12:00:00,"
  })
  void of_the_bank(String when, String now, String opens) {
    assertThat(closedUntil(BANK, now)).isEqualTo(time(opens));
  }

  @ParameterizedTest
  @CsvSource({
    "in the day,                     2026-11-25T10:00:00,",
    "between day and night,          2026-11-25T16:30:00, 2026-11-25T17:00:00",
    "in the night,                   2026-11-25T23:00:00,",
    "in the night after midnight,    2026-11-26T07:59:59,",
    "between night and day,          2026-11-26T08:00:00, 2026-11-26T08:30:00",
    "in Friday's night on Saturday,  2026-11-28T07:59:59,",
    "after Friday's night,           2026-11-28T08:00:00, 2026-11-30T08:30:00",
    "on Monday before the day,       2026-11-30T07:00:00, 2026-11-30T08:30:00",
    "when there was no night yet,    2026-10-15T23:00:00, 2026-10-16T08:30:00",
    "before the rows were replaced,  2026-10-16T16:30:00,"
  })
  void of_several_sessions(String when, String now, String opens) {
    assertThat(closedUntil(DAY_AND_NIGHT, now)).isEqualTo(time(opens));
  }

  @Test
  void never_closed() {
    assertThat(closedUntil(OpeningHours.always(), "2026-03-21T23:00:00")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void every_rail_has_hours_and_reasons(RailName rail) {
    assertThat(OpeningHours.of(rail).closedUntil(Instant.parse("2026-03-21T04:00:00Z")))
        .isPresent();
    assertThat(PaymentReasons.of(rail)).isNotNull();
  }

  private static Optional<Instant> closedUntil(OpeningHours hours, String now) {
    return hours.closedUntil(time(now).orElseThrow());
  }

  private static Optional<Instant> time(String there) {
    return Optional.ofNullable(there)
        .map(local -> OffsetDateTime.parse(local + "+08:00").toInstant());
  }
}
