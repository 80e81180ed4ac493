package com.cargobond.events.frame;

import com.cargobond.domain.calendar.BusinessCalendar;
import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.ledger.BusinessDate;
import io.quarkus.arc.All;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sees, on a schedule, to what nobody else comes back to: payments that nobody has answered for,
 * that were rejected for a time, that waited for a rail to open or whose order was lost, what the
 * passing of days does, and what capabilities add to it. Running twice at once does no harm.
 */
@ApplicationScoped
public class Sweep {

  /** So much of the function's time is left for the step that was begun last. */
  private static final Duration LAST_STEP = Duration.ofMinutes(1);

  /** After so long a run begins nothing more; what is left over is seen to by the next. */
  static final Duration BEGINS_WITHIN = EventFunction.SWEEP.timeout().minus(LAST_STEP);

  private static final int WHOLE_PERCENT = 100;

  private final List<SweepPart> parts;
  private final BusinessDate businessDate;
  private final CalendarWatch calendar = new CalendarWatch(BusinessCalendar.china());
  private final Clock clock;

  @Inject
  Sweep(@All List<SweepPart> parts, BusinessDate businessDate) {
    this(parts, businessDate, Clock.systemUTC());
  }

  Sweep(List<SweepPart> parts, BusinessDate businessDate, Clock clock) {
    this.parts = parts.stream().sorted(Comparator.comparingInt(SweepPart::endsAtPercent)).toList();
    this.businessDate = businessDate;
    this.clock = clock;
  }

  /**
   * Runs once. A part that fails keeps none of the others from their turn.
   *
   * @param schedule what the scheduler says; it does not matter
   * @return how much was looked at
   */
  @Funq("sweep")
  public Map<String, Integer> sweep(Map<String, Object> schedule) {
    Instant start = clock.instant();
    businessDate.today(start).ifPresent(calendar::look);
    Map<String, Integer> seen = new TreeMap<>();
    List<RuntimeException> failures = new ArrayList<>();
    for (SweepPart part : parts) {
      try {
        int count = part.run(start.plus(share(part)));
        part.countedAs().ifPresent(name -> seen.put(name, count));
      } catch (RuntimeException failure) {
        failures.add(failure);
      }
    }
    if (!failures.isEmpty()) {
      // The run counts as failed, so that somebody looks.
      RuntimeException first = failures.removeFirst();
      failures.forEach(first::addSuppressed);
      throw first;
    }
    return seen;
  }

  private static Duration share(SweepPart part) {
    return BEGINS_WITHIN.multipliedBy(part.endsAtPercent()).dividedBy(WHOLE_PERCENT);
  }
}
