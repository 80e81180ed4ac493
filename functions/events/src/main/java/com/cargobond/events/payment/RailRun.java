package com.cargobond.events.payment;

import com.cargobond.domain.payment.OpeningHours;
import com.cargobond.domain.payment.RailName;
import com.cargobond.store.deployment.LogField;
import com.cargobond.store.payment.OwedPayment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** What one run of the sweep finds out about one rail. */
final class RailRun {

  /** One that is silent as often as this in a row will not answer for the others either. */
  static final int SILENCES_MAX = 8;

  /**
   * A day longer than until a person is to ask the counterparty for its answer: whatever is pending
   * then, nobody has found the reason.
   */
  static final Duration PENDING_MAX = Duration.ofDays(4);

  private static final Logger LOG = Logger.getLogger(RailRun.class);

  private final RailName rail;
  private final OpeningHours hours;
  private int silences;
  private Optional<Instant> oldest = Optional.empty();

  RailRun(RailName rail) {
    this.rail = rail;
    this.hours = OpeningHours.of(rail);
  }

  /** Notes since when a payment is pending, by the table's hours. */
  void look(OwedPayment<?> owed, Instant now) {
    owed.owner()
        .pendingSince(owed.id(), now, hours)
        .filter(since -> oldest.filter(since::isAfter).isEmpty())
        .ifPresent(since -> oldest = Optional.of(since));
  }

  /** Notes whether it said anything. */
  void heard(boolean isAnswered) {
    silences = isAnswered ? 0 : silences + 1;
  }

  boolean isSilent() {
    return silences >= SILENCES_MAX;
  }

  /** Says how long the oldest payment that was looked at has been pending, if any was. */
  void logOldest(Instant now) {
    oldest.map(since -> Duration.between(since, now)).ifPresent(this::log);
  }

  private void log(Duration age) {
    MDC.put(LogField.RAIL, rail.name());
    MDC.put(LogField.OLDEST_PENDING_SECONDS, Long.toString(age.toSeconds()));
    LOG.logf(
        age.compareTo(PENDING_MAX) < 0 ? Logger.Level.INFO : Logger.Level.WARN,
        "oldest pending payment of %s: %s",
        rail,
        age);
    MDC.remove(LogField.RAIL);
    MDC.remove(LogField.OLDEST_PENDING_SECONDS);
  }
}
