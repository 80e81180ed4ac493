package com.cargobond.events.frame;

import com.cargobond.domain.capability.Capabilities;
import com.cargobond.domain.ledger.Capability;
import com.cargobond.domain.ledger.Kind;
import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.ledger.BusinessDate;
import com.cargobond.store.ledger.BusyLedger;
import com.cargobond.store.ledger.Deadline;
import com.cargobond.store.ledger.Deadlines;
import com.cargobond.store.ledger.Ledger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * Sees to deadlines that have come, as many as one run has time for. A run goes on where the one
 * before ended, and one of which nothing comes waits for the next day: those that stand first keep
 * none of the others waiting for ever.
 */
@Singleton
final class DeadlineSweep implements SweepPart {

  /** Bounds one run; what is left over is seen to by the next. */
  static final int DEADLINES_MAX = 500;

  /** The first run begins on one of so many days up to today; the list goes round. */
  private static final int START_DAYS = 7;

  private static final Logger LOG = Logger.getLogger(DeadlineSweep.class);

  /** The other half of a run is the payments'. */
  private static final int ENDS_AT_PERCENT = 50;

  private final Ledger ledger;
  private final Deadlines deadlines;
  private final BusinessDate businessDate;
  private final Clock clock;
  private final Function<LocalDate, Deadline> start;

  /** The last that was looked at by this process, which mostly lives for many runs. */
  private Optional<Deadline> last = Optional.empty();

  @Inject
  DeadlineSweep(FunctionLedger ledger, BusinessDate businessDate) {
    this(
        ledger.get(),
        businessDate,
        Clock.systemUTC(),
        today -> anywhere(today, ThreadLocalRandom.current()));
  }

  /**
   * Sweeps a ledger.
   *
   * @param start where among the deadlines up to a day the first run begins
   */
  DeadlineSweep(
      Ledger ledger, BusinessDate businessDate, Clock clock, Function<LocalDate, Deadline> start) {
    this.ledger = ledger;
    this.deadlines = new Deadlines(ledger, EventFunction.SWEEP.functionName());
    this.businessDate = businessDate;
    this.clock = clock;
    this.start = start;
  }

  /** They need nobody outside, and come before what does. */
  @Override
  public int endsAtPercent() {
    return ENDS_AT_PERCENT;
  }

  @Override
  public Optional<String> countedAs() {
    return Optional.of("deadlines");
  }

  @Override
  public int run(Instant end) {
    return businessDate.today(clock.instant()).map(today -> run(today, end)).orElse(0);
  }

  /**
   * Runs once.
   *
   * @param end after which no further deadline is begun
   * @return how many deadlines were looked at
   */
  synchronized int run(LocalDate today, Instant end) {
    Iterator<Deadline> due =
        new Round<>(
            after -> ledger.deadlines(today, Ledger.PAGE_SIZE_MAX, after),
            last.orElseGet(() -> start.apply(today)).toString());
    int seen = 0;
    while (seen < DEADLINES_MAX && clock.instant().isBefore(end) && due.hasNext()) {
      Deadline deadline = due.next();
      pass(deadline, today);
      last = Optional.of(deadline);
      seen++;
    }
    return seen;
  }

  /** One that fails does not keep the others waiting. */
  private void pass(Deadline deadline, LocalDate today) {
    try {
      if (!deadlines.pass(deadline, today, clock.instant())) {
        LOG.warnf("nothing came of deadline %s: it is set aside for a day", deadline);
        setAside(deadline, today);
      }
    } catch (BusyLedger passing) {
      LOG.warnf("deadline %s is left for the next run: %s", deadline, passing.getMessage());
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "deadline %s failed: it is set aside for a day", deadline);
      setAside(deadline, today);
    }
  }

  private void setAside(Deadline deadline, LocalDate today) {
    try {
      deadlines.setAside(deadline, today.plusDays(1), clock.instant());
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "deadline %s could not be set aside: it stays", deadline);
    }
  }

  /** Any place among the deadlines up to a day, in any of the ledger's partitions. */
  static Deadline anywhere(LocalDate today, RandomGenerator random) {
    List<Capability> all = Capabilities.ALL.list();
    Kind<?> kind = all.get(random.nextInt(all.size())).kind();
    return new Deadline(
        today.minusDays(random.nextInt(START_DAYS)),
        kind.ref(Long.toString(random.nextLong(Long.MAX_VALUE), Character.MAX_RADIX)));
  }
}
