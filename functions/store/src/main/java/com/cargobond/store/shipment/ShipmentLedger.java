package com.cargobond.store.shipment;

import com.cargobond.domain.guarantee.Demand;
import com.cargobond.domain.guarantee.DemandId;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.Outcome.Applied;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.ledger.Ref;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.ledger.Attempts;
import com.cargobond.store.ledger.Backoff;
import com.cargobond.store.ledger.BusyLedger;
import com.cargobond.store.ledger.EventLedger;
import com.cargobond.store.ledger.EventLedger.Outdated;
import com.cargobond.store.ledger.EventLedger.Progress;
import com.cargobond.store.ledger.Found;
import com.cargobond.store.ledger.Item;
import com.cargobond.store.ledger.Ledger;
import com.cargobond.store.ledger.Page;
import com.cargobond.store.ledger.Stored;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes steps on shipments that are decided by how these stand. Each is an event of the shipment
 * like any other, so that money moves by the same rules.
 */
public final class ShipmentLedger {

  private final Ledger ledger;
  private final EventLedger events;
  private final Backoff backoff;

  /** Reads and writes the given ledger. */
  public ShipmentLedger(Ledger ledger) {
    this(ledger, new Backoff(), InstantSource.system());
  }

  /** With a clock and pauses of the caller's. */
  public ShipmentLedger(Ledger ledger, Backoff backoff, InstantSource clock) {
    this.ledger = ledger;
    this.events = new EventLedger(ledger, backoff, clock);
    this.backoff = backoff;
  }

  /** What is known of the shipment. */
  public Stored<Shipment> read(ShipmentId id) {
    return ledger.read(Shipment.KIND, id.toString());
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
  public Shipment take(Stored<Shipment> asRead, Function<Shipment, List<ReceivedEvent>> step) {
    Stored<Shipment> known = asRead;
    int attempt = 1;
    while (attempt <= Attempts.MAX) {
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
        .map(outcome -> ((Applied) outcome).view().get(Shipment.KIND, before.id().toString()))
        .reduce(before, (earlier, later) -> later);
  }

  /** What is known of several, by their ids. */
  public Map<ShipmentId, Stored<Shipment>> read(Collection<ShipmentId> ids) {
    Set<Ref> refs =
        ids.stream().map(id -> Shipment.KIND.ref(id.toString())).collect(Collectors.toSet());
    Found found = ledger.find(refs, Set.of());
    return ids.stream()
        .distinct()
        .collect(
            Collectors.toMap(
                Function.identity(), id -> found.find(Shipment.KIND, id.toString()).orElseThrow()));
  }

  /** The shipment that a demand is about. */
  public Optional<ShipmentId> ofDemand(DemandId demand) {
    return ledger.target(demand.alias()).map(ShipmentId::parse);
  }

  /**
   * The demands on a guarantee, by their ids.
   *
   * @param limit 1 to {@link Ledger#PAGE_SIZE_MAX}
   * @param after from the page before, or any demand's id
   */
  public Page<Demand> demands(GuaranteeId guarantee, int limit, Optional<String> after) {
    return ledger
        .listed(List.of(DemandItems.range(guarantee, after)), limit, item -> item.text("demand"))
        .map(DemandItems::demand);
  }

  /**
   * The shipments that hold something of a guarantee, in a stable order.
   *
   * @param limit 1 to {@link Ledger#PAGE_SIZE_MAX}
   * @param after from the page before
   */
  public Page<ShipmentId> openHolds(GuaranteeId guarantee, int limit, Optional<String> after) {
    int slices =
        ledger
            .find(Guarantee.KIND, guarantee.value())
            .map(read -> read.value().slices().size())
            .orElse(0);
    return ledger
        .listed(
            HoldItems.ranges(guarantee, slices, HoldToken.parse(after)),
            limit,
            item -> HoldToken.of(item).toString())
        .map(ShipmentLedger::listed);
  }

  /**
   * The shipments with a declaration that was refused under this number, in a stable order.
   *
   * @param limit 1 to {@link Ledger#PAGE_SIZE_MAX}
   * @param after from the page before
   */
  public Page<ShipmentId> refused(RegistrationNo number, int limit, Optional<String> after) {
    return ledger
        .listed(RefusalItems.ranges(number, after), limit, item -> item.text(LedgerTable.SORT_KEY))
        .map(ShipmentLedger::listed);
  }

  private static ShipmentId listed(Item item) {
    return ShipmentId.parse(item.text(LedgerTable.SORT_KEY));
  }
}
