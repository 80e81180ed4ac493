package com.cargobond.events.frame;

import com.cargobond.domain.calendar.BusinessCalendar;
import com.cargobond.domain.law.Law;
import java.time.LocalDate;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Says in time that the table of business days must go on: due dates after its end are counted by
 * weekends alone, and payments are sent on holidays.
 */
final class CalendarWatch {

  private static final Logger LOG = Logger.getLogger(CalendarWatch.class);

  private final BusinessCalendar calendar;
  private Optional<LocalDate> said = Optional.empty();

  CalendarWatch(BusinessCalendar calendar) {
    this.calendar = calendar;
  }

  /** Logs an error if the table ends soon; one a day from this process is enough. */
  synchronized void look(LocalDate today) {
    LocalDate end = calendar.knownUntil();
    boolean endsSoon = !end.isAfter(today.plusDays(Law.on(today).calendarWarningDays()));
    if (endsSoon && !said.equals(Optional.of(today))) {
      said = Optional.of(today);
      LOG.errorf("the business calendar ends on %s: enter the next notice of holidays", end);
    }
  }
}
