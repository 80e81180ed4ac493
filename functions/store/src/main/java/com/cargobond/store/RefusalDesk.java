package com.cargobond.store;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.LedgerChange.Rechecked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks again, piece by piece, what a guarantee refused before it changed: a limit was raised, a
 * registration came, a suspension ended. Twice is once.
 */
public final class RefusalDesk {

  /**
   * So long after a change its list is asked again from the beginning: what was refused by what had
   * been read before the change may be written a moment later.
   */
  static final Duration ASKED_FOR = EventFunction.APPLY_EVENTS.timeout();

  /** The shipments of one piece; what was asked when a process ends is not lost, only repeated. */
  static final int PIECE = 25;

  private final Ledger ledger;
  private final EventLedger events;
  private final String actor;

  /**
   * A desk on the given ledger.
   *
   * @param actor who asks, for the audit trail
   */
  public RefusalDesk(Ledger ledger, String actor) {
    this.ledger = ledger;
    this.events = new EventLedger(ledger);
    this.actor = actor;
  }

  /** The guarantees of which something must be asked again, some of them. */
  public List<Recheck> open() {
    return ledger.rechecks(Ledger.PAGE_SIZE_MAX);
  }

  /**
   * Asks one piece again. One shipment that fails keeps none of the others waiting.
   *
   * @return whether another piece can follow at once
   * @throws BusyLedger if others write without end: the piece stays for the next time
   */
  public boolean askAgain(Recheck recheck, Instant now) {
    Page<ShipmentId> piece = ledger.refused(recheck.number(), PIECE, recheck.after());
    Map<ShipmentId, Versioned<Shipment>> read = ledger.shipments(Set.copyOf(piece.items()));
    List<RuntimeException> failures =
        piece.items().stream()
            .flatMap(id -> ask(read.get(id).value(), recheck, now).stream())
            .toList();
    for (RuntimeException failure : failures) {
      if (failure instanceof BusyLedger) {
        throw failure;
      }
    }
    boolean isLast = piece.after().isEmpty();
    boolean isOver = isLast && !now.isBefore(recheck.since().plus(ASKED_FOR));
    Optional<Recheck> next = isOver ? Optional.empty() : Optional.of(recheck.from(piece.after()));
    // If the guarantee has changed once more, this is refused, and all is asked anew.
    ledger.commit(
        LedgerChange.because(Cause.of(actor, "ASK_AGAIN " + recheck.number(), now))
            .rechecking(new Rechecked(recheck, next))
            .build());
    for (RuntimeException failure : failures) {
      throw failure;
    }
    return !isLast;
  }

  private Optional<RuntimeException> ask(Shipment shipment, Recheck recheck, Instant now) {
    List<ReceivedEvent> asked =
        shipment.refusals().entrySet().stream()
            .filter(refusal -> refusal.getValue().equals(recheck.number()))
            .map(
                refusal ->
                    ClockEvents.askedAgain(shipment.id(), refusal.getKey(), recheck.since(), now))
            .toList();
    return events.apply(asked).failure();
  }
}
