package com.cargobond.store.shipment;

import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.ledger.Attempts;
import com.cargobond.store.ledger.Backoff;
import com.cargobond.store.ledger.Deadline;
import com.cargobond.store.ledger.Deadlines;
import com.cargobond.store.ledger.Ledger;
import com.cargobond.store.ledger.Passing;
import com.cargobond.store.ledger.Stored;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a shipment is told because a day has come: of a late charge, or of what still waits. */
final class ShipmentDays implements Passing {

  private final Ledger ledger;
  private final Attempts attempts;
  private final ShipmentLedger shipments;
  private final String actor;

  ShipmentDays(Ledger ledger, String actor, Backoff backoff, InstantSource clock) {
    this.ledger = ledger;
    this.attempts = Deadlines.attempts(backoff);
    this.shipments = new ShipmentLedger(ledger, backoff, clock);
    this.actor = actor;
  }

  @Override
  public boolean pass(Deadline deadline, LocalDate today, Instant now) {
    ShipmentId id = ShipmentId.parse(deadline.subject().id());
    return attempts.until(
        () -> {
          Stored<Shipment> read = shipments.read(id);
          Optional<LocalDate> day = read.value().deadline();
          if (!isOf(day, deadline)) {
            return Deadlines.committed(
                ledger,
                Deadlines.moving(actor, deadline, day, now)
                    .changing(ledger.codec(Shipment.KIND), read, read.value()));
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
}
