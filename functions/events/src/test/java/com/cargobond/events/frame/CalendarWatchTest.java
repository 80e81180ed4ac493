package com.cargobond.events.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.calendar.BusinessCalendar;
import com.cargobond.events.fixture.LoggedLines;
import java.time.LocalDate;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The end of the business calendar is said as an error, which the sweep's alarm hears of. */
class CalendarWatchTest {

  @RegisterExtension
  private final LoggedLines<Level> said = LoggedLines.of(CalendarWatch.class, LogRecord::getLevel);

  private final CalendarWatch watch =
      new CalendarWatch(new BusinessCalendar(Set.of(LocalDate.parse("2026-10-01")), Set.of()));

  @Test
  void nothing_is_said_more_than_sixty_days_before_the_end() {
    look("2026-10-31");

    assertThat(said.all()).isEmpty();
  }

  @Test
  void it_is_an_error_from_sixty_days_before_the_end_and_after_it() {
    look("2026-11-01");
    look("2026-12-31");
    look("2027-01-01");

    assertThat(said.all()).hasSize(3).allMatch(level -> level.getName().equals("ERROR"));
  }

  @Test
  void it_is_said_once_a_day() {
    look("2026-11-02");
    look("2026-11-02");

    assertThat(said.all()).hasSize(1);
  }

  private void look(String today) {
    watch.look(LocalDate.parse(today));
  }
}
