package com.cargobond.store;

import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.Outcome.Applied;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.EventLedger.Outdated;
import com.cargobond.store.EventLedger.Progress;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes steps on shipments that are decided by how these stand. Each is an event of the shipment
 * like any other, so that money moves by the same rules.
 */
public final class ShipmentDesk {

  private final Ledger ledger;
  private final EventLedger events;
  private final Backoff backoff;

  /** A desk on the given ledger. */
  public ShipmentDesk(Ledger ledger) {
    this(ledger, new Backoff(), InstantSource.system());
  }

  ShipmentDesk(Ledger ledger, Backoff backoff, InstantSource clock) {
    this.ledger = ledger;
    this.events = new EventLedger(ledger, backoff, clock);
    this.backoff = backoff;
  }

  /** What is known of the shipment. */
  public Versioned<Shipment> read(ShipmentId id) {
    return ledger.shipments(Set.of(id)).get(id);
  }

  /**
   * Takes a step. What is decided and what is written rest on the same state of the shipment: if
   * somebody else wrote it in between, the step is decided again.
   *
   * @param asRead the shipment as it was read
   * @param step the events that follow from how it stands; what it throws is thrown
   * @return the shipment after them
   * @throws BusyLedger if others write without end
   */
  public Shipment take(Versioned<Shipment> asRead, Function<Shipment, List<ReceivedEvent>> step) {
    Versioned<Shipment> known = asRead;
    int attempt = 1;
    while (attempt <= EventLedger.ATTEMPTS_MAX) {
      Progress progress = events.apply(step.apply(known.value()), known);
      if (!isOutdated(progress)) {
        return after(progress, known.value());
      }
      // What did not fit into one transaction has written the shipment itself, and comes to an end.
      attempt = progress.outcomes().isEmpty() ? attempt + 1 : 1;
      backoff.pause(attempt);
      known = read(known.value().id());
    }
    throw new BusyLedger();
  }

  private static boolean isOutdated(Progress progress) {
    return progress.failure().filter(Outdated.class::isInstance).isPresent();
  }

  private static Shipment after(Progress progress, Shipment before) {
    progress
        .failure()
        .ifPresent(
            failure -> {
              throw failure;
            });
    return progress.outcomes().stream()
        .filter(Applied.class::isInstance)
        .map(outcome -> ((Applied) outcome).books().shipment(before.id()))
        .reduce(before, (earlier, later) -> later);
  }
}
