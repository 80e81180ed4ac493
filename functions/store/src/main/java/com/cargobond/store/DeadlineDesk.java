package com.cargobond.store;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.Notice;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.CommitResult.Committed;
import com.cargobond.store.LedgerChange.DepositChange;
import com.cargobond.store.LedgerChange.GuaranteeChange;
import com.cargobond.store.LedgerChange.ShipmentChange;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What happens because time passes: late charges, guarantees that expire, deposits that nobody
 * claims. The same deadline twice, or by two at once, is once.
 */
public final class DeadlineDesk {

  /** Few: what others write all the time is found again by the next run. */
  private static final int ATTEMPTS_MAX = 3;

  private final Ledger ledger;
  private final Precedence precedence;
  private final Attempts attempts;
  private final ShipmentDesk shipments;
  private final DepositDesk deposits;
  private final String actor;

  /**
   * A desk on the given ledger.
   *
   * @param actor who looks at the clock, for the audit trail
   */
  public DeadlineDesk(Ledger ledger, String actor) {
    this(ledger, actor, new Backoff(), InstantSource.system());
  }

  DeadlineDesk(Ledger ledger, String actor, Backoff backoff, InstantSource clock) {
    this.ledger = ledger;
    this.precedence = new Precedence(ledger, backoff, clock);
    this.attempts = new Attempts(backoff, ATTEMPTS_MAX);
    this.shipments = new ShipmentDesk(ledger, backoff, clock);
    this.deposits = new DepositDesk(ledger, backoff);
    this.actor = actor;
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
    return switch (deadline.kind()) {
      case GUARANTEE -> passGuarantee(deadline, today, now);
      case SHIPMENT -> passShipment(deadline, today, now);
      case DEPOSIT -> passDeposit(deadline, today, now);
    };
  }

  /**
   * Puts off a deadline of which nothing came, so that it does not come first for ever. What it is
   * counted by is not asked; on the day it finds its own one again.
   */
  public void setAside(Deadline deadline, LocalDate until, Instant now) {
    attempts.until(
        () ->
            committed(
                LedgerChange.because(
                        Cause.of(actor, "SET_ASIDE " + deadline.day() + " UNTIL " + until, now))
                    .passing(deadline)
                    .awaiting(List.of(deadline.on(until)))));
  }

  private boolean passGuarantee(Deadline deadline, LocalDate today, Instant now) {
    precedence.commit(
        new GuaranteeId(deadline.subject()), before -> expiring(before, deadline, today, now));
    return true;
  }

  private LedgerChange expiring(
      VersionedGuarantee read, Deadline deadline, LocalDate today, Instant now) {
    Guarantee before = read.guarantee();
    Guarantee after = before.expire(today);
    boolean expires = !after.equals(before);
    return LedgerChange.because(Cause.of(actor, "EXPIRE", now))
        .guarantees(expires ? List.of(new GuaranteeChange(Optional.of(read), after)) : List.of())
        .telling(
            Stream.of(ofCover(before, after, deadline, today), ofSuretyship(after, deadline, today))
                .flatMap(Optional::stream)
                .toList())
        .passing(deadline)
        // Those that are set already are set again: a law or calendar may count others since.
        .awaiting(after.deadlines().stream().filter(today::isBefore).map(deadline::on).toList())
        .build();
  }

  private static Optional<Notice> ofCover(
      Guarantee before, Guarantee after, Deadline deadline, LocalDate today) {
    OptionalInt alert = before.alertDue(today);
    boolean expires = !after.equals(before);
    return expires || isFor(alert, after.terms().coverTo(), deadline)
        ? Optional.of(Notice.expiring(after, alert))
        : Optional.empty();
  }

  private static Optional<Notice> ofSuretyship(
      Guarantee guarantee, Deadline deadline, LocalDate today) {
    LocalDate end = guarantee.terms().suretyshipTo();
    OptionalInt alert = guarantee.suretyshipAlertDue(today);
    boolean hasEnded = guarantee.suretyshipHasEnded(today) && deadline.day().isAfter(end);
    return hasEnded || isFor(alert, end, deadline)
        ? Optional.of(Notice.suretyshipEnding(guarantee, alert))
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

  private boolean passDeposit(Deadline deadline, LocalDate today, Instant now) {
    DepositId id = new DepositId(deadline.subject());
    return attempts.until(
        () -> {
          Versioned<Deposit> read = ledger.deposits(Set.of(id)).get(id);
          Optional<LocalDate> day = read.value().deadline();
          if (!isOf(day, deadline)) {
            return committed(
                moving(deadline, day, now)
                    .deposits(List.of(new DepositChange(read, read.value()))));
          }
          Deposit after =
              deposits.change(
                  id, deposit -> deposit.elapse(today, now), Cause.of(actor, "ELAPSE", now));
          return Optional.of(!isOf(after.deadline(), deadline));
        });
  }

  private boolean passShipment(Deadline deadline, LocalDate today, Instant now) {
    ShipmentId id = ShipmentId.parse(deadline.subject());
    return attempts.until(
        () -> {
          Versioned<Shipment> read = shipments.read(id);
          Optional<LocalDate> day = read.value().deadline();
          if (!isOf(day, deadline)) {
            return committed(
                moving(deadline, day, now)
                    .shipments(List.of(new ShipmentChange(read, read.value()))));
          }
          Shipment after =
              shipments.take(
                  read,
                  shipment ->
                      isOf(shipment.deadline(), deadline) ? told(shipment, today, now) : List.of());
          return Optional.of(!isOf(after.deadline(), deadline));
        });
  }

  private static boolean isOf(Optional<LocalDate> day, Deadline deadline) {
    return day.equals(Optional.of(deadline.day()));
  }

  private static List<ReceivedEvent> told(Shipment shipment, LocalDate today, Instant now) {
    Stream<ReceivedEvent> overdue =
        shipment.overdueOn(today).stream()
            .map(declaration -> ClockEvents.overdue(shipment.id(), declaration, today, now));
    Stream<ReceivedEvent> unmatched =
        shipment.hasUnmatchedOn(today)
            ? Stream.of(ClockEvents.stillUnmatched(shipment.id(), today, now))
            : Stream.empty();
    return Stream.concat(overdue, unmatched).toList();
  }

  /**
   * For a deadline that was counted by a law or calendar that has changed since. The subject is
   * written as it stands, so that nobody counts another day for it in between.
   */
  private LedgerChange.Builder moving(Deadline deadline, Optional<LocalDate> day, Instant now) {
    String decision =
        "MOVE_DEADLINE " + deadline.day() + day.map(later -> " TO " + later).orElse("");
    return LedgerChange.because(Cause.of(actor, decision, now))
        .passing(deadline)
        .awaiting(day.map(deadline::on).stream().toList());
  }

  /** Whether it is written; empty if somebody else wrote in between. */
  private Optional<Boolean> committed(LedgerChange.Builder change) {
    return ledger.commit(change.build()) instanceof Committed
        ? Optional.of(true)
        : Optional.empty();
  }
}
