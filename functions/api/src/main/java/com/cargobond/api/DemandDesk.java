package com.cargobond.api;

import com.cargobond.domain.event.EventType;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.guarantee.Demand;
import com.cargobond.domain.guarantee.DemandId;
import com.cargobond.domain.guarantee.DemandStatus;
import com.cargobond.domain.guarantee.RefusalCode;
import com.cargobond.domain.guarantee.Refused;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.EventLedger;
import com.cargobond.store.Ledger;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The bank's steps on a demand. Each is an event of the shipment like any other, so that money
 * moves by the same rules; its id is made of the demand and the step, so that a repeat moves
 * nothing.
 */
@Singleton
class DemandDesk {

  private static final String SOURCE = "/bank";

  private final Ledger ledger;
  private final EventLedger events;
  private final Clock clock;

  DemandDesk(Ledger ledger, EventLedger events, Clock clock) {
    this.ledger = ledger;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Takes a step.
   *
   * @param allowed the statuses from which the step is taken
   * @param reached the statuses in which it has been taken already: the same step again is answered
   *     with the demand as it stands
   * @throws Refused NOT_FOUND or WRONG_STATE
   */
  Demand take(
      String demandId,
      EventType step,
      Map<String, Object> data,
      Predicate<DemandStatus> allowed,
      Predicate<Demand> reached) {
    DemandId id = demandId(demandId);
    ShipmentId shipment = ledger.shipmentOfDemand(id).orElseThrow(() -> notFound(id));
    Demand demand = find(shipment, id);
    if (reached.test(demand)) {
      return demand;
    }
    if (!allowed.test(demand.status())) {
      throw new Refused(RefusalCode.WRONG_STATE, "demand " + id + " is " + demand.status());
    }
    EventLedger.Progress progress = events.apply(List.of(event(step, shipment, demandId, data)));
    progress
        .failure()
        .ifPresent(
            failure -> {
              throw failure;
            });
    Demand after = find(shipment, id);
    // Somebody else may have taken another step at the same moment.
    if (!reached.test(after)) {
      throw new Refused(RefusalCode.WRONG_STATE, "demand " + id + " is " + after.status());
    }
    return after;
  }

  private ReceivedEvent event(
      EventType step, ShipmentId shipment, String demandId, Map<String, Object> data) {
    Instant now = clock.instant();
    Map<String, Object> withDemand = new LinkedHashMap<>(data);
    withDemand.put("demandId", demandId);
    return new ReceivedEvent(
        ShipmentEvent.read(
            Map.of(
                "specversion",
                "1.0",
                "id",
                step.name() + "/" + demandId,
                "source",
                SOURCE,
                "type",
                step.wireName(),
                "time",
                now.toString(),
                "subject",
                shipment.toString(),
                "data",
                withDemand)),
        now);
  }

  private Demand find(ShipmentId shipment, DemandId id) {
    Shipment read = ledger.shipments(Set.of(shipment)).get(shipment).value();
    Optional<Demand> demand =
        read.demands().keySet().stream().filter(known -> known.id().equals(id)).findFirst();
    return demand.orElseThrow(() -> notFound(id));
  }

  /** An id of another form belongs to no demand. */
  private static DemandId demandId(String id) {
    try {
      return new DemandId(id);
    } catch (BrokenRule malformed) {
      throw new Refused(RefusalCode.NOT_FOUND, "there is no such demand");
    }
  }

  private static Refused notFound(DemandId id) {
    return new Refused(RefusalCode.NOT_FOUND, "there is no demand " + id + " on a guarantee");
  }
}
