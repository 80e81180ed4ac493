package com.cargobond.store.shipment;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.guarantee.GuaranteeLedger;
import com.cargobond.store.guarantee.Recheck;
import com.cargobond.store.ledger.Backoff;
import com.cargobond.store.ledger.BusyLedger;
import com.cargobond.store.ledger.Ledger;
import com.cargobond.store.ledger.LedgerChange;
import com.cargobond.store.ledger.Page;
import com.cargobond.store.ledger.Stored;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks again, piece by piece, what a guarantee refused before it changed: a limit was raised, a
 * registration came, a suspension ended. Twice is once.
 */
public final class RefusalLedger {

  /** A call of the API ends by then; a change is dated by its beginning. */
  private static final Duration COMMAND_MAX = Duration.ofSeconds(30);

  /**
   * So long after a change a round from the beginning begins once more: what was refused by what
   * had been read before the change may be written a moment later.
   */
  public static final Duration ASKED_FOR = EventFunction.APPLY_EVENTS.timeout().plus(COMMAND_MAX);

  /** The shipments of one piece; what was asked when a process ends is not lost, only repeated. */
  public static final int PIECE = 25;

  private final Ledger ledger;
  private final GuaranteeLedger guarantees;
  private final ShipmentLedger shipments;
  private final String actor;

  /**
   * Reads and writes the given ledger.
   *
   * @param actor who asks, for the audit trail
   */
  public RefusalLedger(Ledger ledger, String actor) {
    this(ledger, actor, new Backoff(), InstantSource.system());
  }

  /** With a clock and pauses of the caller's. */
  public RefusalLedger(Ledger ledger, String actor, Backoff backoff, InstantSource clock) {
    this.ledger = ledger;
    this.guarantees = new GuaranteeLedger(ledger, backoff, clock);
    this.shipments = new ShipmentLedger(ledger, backoff, clock);
    this.actor = actor;
  }

  /** The guarantees of which something must be asked again, some of them. */
  public List<Recheck> open() {
    return guarantees.rechecks(Ledger.PAGE_SIZE_MAX);
  }

  /**
   * Asks one piece again. One shipment that fails keeps none of the others waiting.
   *
   * @return whether another piece can follow at once
   * @throws BusyLedger if others write without end: the piece stays for the next time
   */
  public boolean askAgain(Recheck recheck, Instant now) {
    Page<ShipmentId> piece = shipments.refused(recheck.number(), PIECE, recheck.after());
    Map<ShipmentId, Stored<Shipment>> read = shipments.read(piece.items());
    List<RuntimeException> failures =
        piece.items().stream().flatMap(id -> ask(read.get(id), recheck, now).stream()).toList();
    for (RuntimeException failure : failures) {
      if (failure instanceof BusyLedger) {
        throw failure;
      }
    }
    Optional<Recheck> next = next(recheck, piece.after(), now);
    // If the guarantee has changed once more, this is refused, and all is asked anew.
    ledger.commit(
        LedgerChange.because(Cause.of(actor, "ASK_AGAIN " + recheck.number(), now))
            .relisting(List.of(recheck.moving(next)))
            .build());
    for (RuntimeException failure : failures) {
      throw failure;
    }
    return piece.after().isPresent();
  }

  /** Only a round that began late enough has asked all, however long it takes. */
  private static Optional<Recheck> next(Recheck recheck, Optional<String> place, Instant now) {
    boolean isLastRound =
        recheck.after().isPresent()
            ? recheck.isLastRound()
            : !now.isBefore(recheck.since().plus(ASKED_FOR));
    if (place.isPresent()) {
      return Optional.of(recheck.from(place.get(), isLastRound));
    }
    return isLastRound ? Optional.empty() : Optional.of(recheck.again());
  }

  private Optional<RuntimeException> ask(Stored<Shipment> read, Recheck recheck, Instant now) {
    try {
      shipments.take(read, shipment -> asked(shipment, recheck, now));
      return Optional.empty();
    } catch (RuntimeException failure) {
      return Optional.of(failure);
    }
  }

  private static List<ReceivedEvent> asked(Shipment shipment, Recheck recheck, Instant now) {
    return shipment.refusals().entrySet().stream()
        .filter(refusal -> refusal.getValue().equals(recheck.number()))
        .map(
            refusal ->
                ClockEvents.askedAgain(shipment.id(), refusal.getKey(), recheck.since(), now))
        .toList();
  }
}
