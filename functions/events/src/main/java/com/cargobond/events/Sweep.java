package com.cargobond.events;

import com.cargobond.domain.calendar.BusinessCalendar;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.ledger.BusinessDate;
import com.cargobond.store.ledger.Ledger;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Sees, on a schedule, to what nobody else comes back to: refunds that the bank has not answered
 * for, that it rejected for a time, that waited for its hours or whose order was lost, what a
 * guarantee refused before it changed, and what the passing of days does. Running twice at once
 * does no harm.
 */
@ApplicationScoped
public class Sweep {

  /** So much of the function's time is left for the step that was begun last. */
  private static final Duration LAST_STEP = Duration.ofMinutes(1);

  /** After so long a run begins nothing more; what is left over is seen to by the next. */
  static final Duration BEGINS_WITHIN = EventFunction.SWEEP.timeout().minus(LAST_STEP);

  /** After so long no further deadline is begun: the other half of a run is the refunds'. */
  static final Duration DEADLINES_WITHIN = BEGINS_WITHIN.dividedBy(2);

  /** What a guarantee refused before it changed waits for nobody else, and is not much. */
  static final Duration REFUSALS_WITHIN = BEGINS_WITHIN.dividedBy(4);

  private final DeadlineSweep deadlines;
  private final RefusalSweep refusals;
  private final RefundSweep refunds;
  private final BusinessDate businessDate;
  private final CalendarWatch calendar = new CalendarWatch(BusinessCalendar.china());
  private final Clock clock;

  @Inject
  Sweep(FunctionLedger ledger, Bank bank, BusinessDate businessDate) {
    this(
        ledger.get(),
        bank::seeTo,
        businessDate,
        Clock.systemUTC(),
        () -> anywhere(ThreadLocalRandom.current()));
  }

  Sweep(
      Ledger ledger,
      Consumer<RefundId> nextStep,
      BusinessDate businessDate,
      Clock clock,
      Supplier<RefundId> start) {
    this.deadlines = new DeadlineSweep(ledger, clock);
    this.refusals = new RefusalSweep(ledger, clock);
    this.refunds = new RefundSweep(ledger, nextStep, clock, start);
    this.businessDate = businessDate;
    this.clock = clock;
  }

  /**
   * Runs once. Deadlines come first: they need no bank, and leave the refunds their share of the
   * time.
   *
   * @param schedule what the scheduler says; it does not matter
   */
  @Funq("sweep")
  public SweepResult sweep(Map<String, Object> schedule) {
    Instant start = clock.instant();
    Optional<LocalDate> today = businessDate.today(start);
    today.ifPresent(calendar::look);
    refusals.run(start.plus(REFUSALS_WITHIN));
    int passed = today.map(day -> deadlines.run(day, start.plus(DEADLINES_WITHIN))).orElse(0);
    return new SweepResult(refunds.run(start.plus(BEGINS_WITHIN)), passed);
  }

  /** Any place among the ids of refunds. */
  static RefundId anywhere(RandomGenerator random) {
    byte[] digits = new byte[RefundId.DIGEST_BYTES];
    random.nextBytes(digits);
    return RefundId.of(digits);
  }
}
