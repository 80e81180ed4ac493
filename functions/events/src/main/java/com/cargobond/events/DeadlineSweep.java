package com.cargobond.events;

import com.cargobond.store.BusyLedger;
import com.cargobond.store.Deadline;
import com.cargobond.store.DeadlineDesk;
import com.cargobond.store.EventFunction;
import com.cargobond.store.Ledger;
import com.cargobond.store.Page;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Sees to deadlines that have come, as many as one run has time for. */
final class DeadlineSweep {

  /** Bounds one run; what is left over is seen to by the next. */
  static final int DEADLINES_MAX = 500;

  private static final Logger LOG = Logger.getLogger(DeadlineSweep.class);

  private final Ledger ledger;
  private final DeadlineDesk desk;
  private final Clock clock;

  DeadlineSweep(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.desk = new DeadlineDesk(ledger, EventFunction.SWEEP.functionName());
    this.clock = clock;
  }

  /**
   * Runs once.
   *
   * @param end after which no further page is begun
   * @return how many deadlines were looked at
   */
  int run(LocalDate today, Instant end) {
    Optional<String> after = Optional.empty();
    int seen = 0;
    do {
      Page<Deadline> page =
          ledger.deadlines(today, Math.min(Ledger.PAGE_SIZE_MAX, DEADLINES_MAX - seen), after);
      page.items().forEach(deadline -> pass(deadline, today));
      seen += page.items().size();
      after = page.after();
    } while (after.isPresent() && seen < DEADLINES_MAX && clock.instant().isBefore(end));
    return seen;
  }

  /** One that fails does not keep the others waiting. */
  private void pass(Deadline deadline, LocalDate today) {
    try {
      desk.pass(deadline, today, clock.instant());
    } catch (BusyLedger passing) {
      LOG.warnf("deadline %s is left for the next run: %s", deadline, passing.getMessage());
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "deadline %s is left for the next run", deadline);
    }
  }
}
