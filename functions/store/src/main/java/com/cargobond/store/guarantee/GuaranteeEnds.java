package com.cargobond.store.guarantee;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.GuaranteeNotices;
import com.cargobond.domain.ledger.Notice;
import com.cargobond.store.ledger.Backoff;
import com.cargobond.store.ledger.Deadline;
import com.cargobond.store.ledger.Ledger;
import com.cargobond.store.ledger.LedgerChange;
import com.cargobond.store.ledger.Passing;
import com.cargobond.store.ledger.Stored;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** How cover and suretyship come to their ends: told in good time, and then written. */
final class GuaranteeEnds implements Passing {

  private final Ledger ledger;
  private final Precedence precedence;
  private final String actor;

  GuaranteeEnds(Ledger ledger, String actor, Backoff backoff, InstantSource clock) {
    this.ledger = ledger;
    this.precedence = new Precedence(ledger, backoff, clock);
    this.actor = actor;
  }

  @Override
  public boolean pass(Deadline deadline, LocalDate today, Instant now) {
    precedence.commit(
        new GuaranteeId(deadline.subject().id()), before -> ending(before, deadline, today, now));
    return true;
  }

  private LedgerChange ending(
      Stored<Guarantee> read, Deadline deadline, LocalDate today, Instant now) {
    Guarantee before = read.value();
    Guarantee after = before.expire(today);
    LedgerChange.Builder change =
        LedgerChange.because(Cause.of(actor, "EXPIRE", now))
            .telling(
                Stream.<Optional<Notice>>of(
                        ofCover(before, after, deadline, today),
                        ofSuretyship(after, deadline, today))
                    .flatMap(Optional::stream)
                    .toList())
            .passing(deadline)
            // Those that are set already are set again: a law or calendar may count others since.
            .awaiting(
                after.deadlines().stream().filter(today::isBefore).map(deadline::on).toList());
    if (!after.equals(before)) {
      change.changing(ledger.codec(Guarantee.KIND), read, after);
    }
    return change.build();
  }

  private static Optional<Notice> ofCover(
      Guarantee before, Guarantee after, Deadline deadline, LocalDate today) {
    OptionalInt alert = before.alertDue(today);
    boolean expires = !after.equals(before);
    return expires || isFor(alert, after.terms().coverTo(), deadline)
        ? Optional.of(GuaranteeNotices.expiring(after, alert))
        : Optional.empty();
  }

  private static Optional<Notice> ofSuretyship(
      Guarantee guarantee, Deadline deadline, LocalDate today) {
    LocalDate end = guarantee.terms().suretyshipTo();
    OptionalInt alert = guarantee.suretyshipAlertDue(today);
    boolean hasEnded = guarantee.suretyshipHasEnded(today) && deadline.day().isAfter(end);
    return hasEnded || isFor(alert, end, deadline)
        ? Optional.of(GuaranteeNotices.suretyshipEnding(guarantee, alert))
        : Optional.empty();
  }

  /**
   * Of several that are due, the nearest is told; also a day late, since the deadline may have been
   * set aside.
   */
  private static boolean isFor(OptionalInt alertDays, LocalDate end, Deadline deadline) {
    if (alertDays.isEmpty()) {
      return false;
    }
    LocalDate day = end.minusDays(alertDays.getAsInt());
    return day.equals(deadline.day()) || day.plusDays(1).equals(deadline.day());
  }
}
