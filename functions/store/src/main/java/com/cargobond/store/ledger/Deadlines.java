package com.cargobond.store.ledger;

import com.cargobond.domain.audit.Cause;
import com.cargobond.store.ledger.CommitResult.Committed;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What happens because time passes. The same deadline twice, or by two at once, is once. */
public final class Deadlines {

  /** Few: what others write all the time is found again by the next run. */
  private static final int ATTEMPTS_MAX = 3;

  private final Ledger ledger;
  private final Attempts attempts;
  private final Backoff backoff;
  private final InstantSource clock;
  private final String actor;

  /**
   * The deadlines of a ledger.
   *
   * @param actor who looks at the clock, for the audit trail
   */
  public Deadlines(Ledger ledger, String actor) {
    this(ledger, actor, new Backoff(), InstantSource.system());
  }

  Deadlines(Ledger ledger, String actor, Backoff backoff, InstantSource clock) {
    this.ledger = ledger;
    this.attempts = attempts(backoff);
    this.backoff = backoff;
    this.clock = clock;
    this.actor = actor;
  }

  /** So many as a deadline is worth. */
  public static Attempts attempts(Backoff backoff) {
    return new Attempts(backoff, ATTEMPTS_MAX);
  }

  /**
   * Sees to a deadline that has come.
   *
   * @param today the day in China; on or after the deadline
   * @return whether the deadline is gone or moved; if not, nothing came of it, and it would be
   *     found again at once
   * @throws BusyLedger if others write without end: it stays for the next time
   */
  public boolean pass(Deadline deadline, LocalDate today, Instant now) {
    return ledger
        .stored()
        .passing(deadline.subject().kind())
        .map(maker -> maker.on(ledger, actor, backoff, clock))
        .orElseGet(() -> new ElapsedTime(ledger, actor, backoff))
        .pass(deadline, today, now);
  }

  /**
   * Puts off a deadline of which nothing came, so that it does not come first for ever. What it is
   * counted by is not asked; on the day it finds its own one again.
   */
  public void setAside(Deadline deadline, LocalDate until, Instant now) {
    attempts.until(
        () ->
            committed(
                ledger,
                LedgerChange.because(
                        Cause.of(actor, "SET_ASIDE " + deadline.day() + " UNTIL " + until, now))
                    .passing(deadline)
                    .awaiting(List.of(deadline.on(until)))));
  }

  /**
   * For a deadline that was counted by a law or calendar that has changed since. The subject is
   * written as it stands, so that nobody counts another day for it in between.
   *
   * @param day the one that is counted now
   */
  public static LedgerChange.Builder moving(
      String actor, Deadline deadline, Optional<LocalDate> day, Instant now) {
    String decision =
        "MOVE_DEADLINE " + deadline.day() + day.map(later -> " TO " + later).orElse("");
    return LedgerChange.because(Cause.of(actor, decision, now))
        .passing(deadline)
        .awaiting(day.map(deadline::on).stream().toList());
  }

  /** Whether it is written; empty if somebody else wrote in between. */
  public static Optional<Boolean> committed(Ledger ledger, LedgerChange.Builder change) {
    return ledger.commit(change.build()) instanceof Committed
        ? Optional.of(true)
        : Optional.empty();
  }
}
