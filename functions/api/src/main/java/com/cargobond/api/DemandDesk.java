package com.cargobond.api;

import com.cargobond.domain.event.BankFact;
import com.cargobond.domain.event.EventType;
import com.cargobond.domain.event.Fingerprint;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.guarantee.Demand;
import com.cargobond.domain.guarantee.DemandId;
import com.cargobond.domain.guarantee.DemandStatus;
import com.cargobond.domain.guarantee.RefusalCode;
import com.cargobond.domain.guarantee.Refused;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.shipment.RecordedEvent;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.BusinessDate;
import com.cargobond.store.EventLedger;
import com.cargobond.store.Ledger;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The bank's steps on a demand. Each is an event of the shipment like any other, so that money
 * moves by the same rules; its id is made of the demand and the step, so that a repeat moves
 * nothing.
 */
@Singleton
class DemandDesk {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String SOURCE = "/bank";

  private final Ledger ledger;
  private final EventLedger events;
  private final Clock clock;
  private final BusinessDate businessDate;

  DemandDesk(Ledger ledger, EventLedger events, Clock clock, BusinessDate businessDate) {
    this.ledger = ledger;
    this.events = events;
    this.clock = clock;
    this.businessDate = businessDate;
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
      Function<Demand, Map<String, Object>> data,
      Predicate<DemandStatus> allowed,
      Predicate<Demand> reached) {
    DemandId id = demandId(demandId);
    ShipmentId shipment = ledger.shipmentOfDemand(id).orElseThrow(() -> notFound(id));
    Demand demand = find(shipment, id);
    if (reached.test(demand)) {
      return demand;
    }
    if (step == EventType.DEMAND_PAID && isBooked(demand, data.apply(demand))) {
      return demand;
    }
    if (!allowed.test(demand.status())) {
      throw new Refused(RefusalCode.WRONG_STATE, "demand " + id + " is " + demand.status());
    }
    EventLedger.Progress progress = events.apply(List.of(event(step, demand, data.apply(demand))));
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

  /**
   * The step on the demand as it stands: made again after a withdrawal it is decided anew, so that
   * its time is part of the id.
   */
  private ReceivedEvent event(EventType step, Demand demand, Map<String, Object> data) {
    Instant now = clock.instant();
    Instant time = notBefore(data.get("paidOn"), timeOf(demand, now));
    Map<String, Object> withDemand = new LinkedHashMap<>(data);
    withDemand.put("demandId", demand.id().value());
    return new ReceivedEvent(
        ShipmentEvent.read(
            Map.of(
                "specversion",
                "1.0",
                "id",
                id(step, demand, data),
                "source",
                SOURCE,
                "type",
                step.wireName(),
                "time",
                time.toString(),
                "subject",
                demand.shipment().toString(),
                "data",
                withDemand)),
        now);
  }

  /** The same payment told again, on whatever day, is one that was booked. */
  private boolean isBooked(Demand demand, Map<String, Object> data) {
    String id = id(EventType.DEMAND_PAID, demand, data);
    return shipment(demand.shipment()).history().stream()
        .map(RecordedEvent::event)
        .anyMatch(event -> event.type() == EventType.DEMAND_PAID && event.id().equals(id));
  }

  /** A payment is told apart by its reference: a second one has happened too. */
  private static String id(EventType step, Demand demand, Map<String, Object> data) {
    String told =
        step == EventType.DEMAND_PAID
            ? Fingerprint.of(data.get("paymentRef"))
            : Long.toString(demand.demandedAt().toEpochMilli());
    return step.name() + "/" + demand.id() + "/" + told;
  }

  /**
   * Whatever the clocks say, a step comes after what it answers, and after the bank's steps before
   * it; where no day passes, at once after that.
   */
  private Instant timeOf(Demand demand, Instant now) {
    Instant latest =
        shipment(demand.shipment()).history().stream()
            .map(RecordedEvent::event)
            .filter(event -> event.fact() instanceof BankFact)
            .map(ShipmentEvent::time)
            .filter(demand.demandedAt()::isBefore)
            .max(Comparator.naturalOrder())
            .orElse(demand.demandedAt());
    return businessDate.time(now).filter(latest::isBefore).orElse(latest.plusMillis(1));
  }

  /** Where no day passes, one does with the value date that the bank names. */
  private static Instant notBefore(Object paidOn, Instant time) {
    Instant day =
        paidOn instanceof String text
            ? LocalDate.parse(text).atStartOfDay(ZONE).toInstant()
            : Instant.MIN;
    return time.isBefore(day) ? day : time;
  }

  /** The day on which a payment that the bank tells of now is taken as made. */
  LocalDate valueDate(Demand demand) {
    return timeOf(demand, clock.instant()).atZone(ZONE).toLocalDate();
  }

  /**
   * Checks a value date that the bank names.
   *
   * @throws InvalidInput if it lies before the demand, or after the business's day
   */
  void requireValueDate(String demandId, LocalDate day) {
    DemandId id = demandId(demandId);
    Demand demand = find(ledger.shipmentOfDemand(id).orElseThrow(() -> notFound(id)), id);
    if (day.isBefore(demand.demandedAt().atZone(ZONE).toLocalDate())) {
      throw invalid("must not be before the demand");
    }
    if (businessDate.today(clock.instant()).filter(day::isAfter).isPresent()) {
      throw invalid("must not be after today");
    }
  }

  private static InvalidInput invalid(String rule) {
    return new InvalidInput(List.of(new Violation("paidOn", rule)));
  }

  private Demand find(ShipmentId shipment, DemandId id) {
    Optional<Demand> demand =
        shipment(shipment).demands().keySet().stream()
            .filter(known -> known.id().equals(id))
            .findFirst();
    return demand.orElseThrow(() -> notFound(id));
  }

  private Shipment shipment(ShipmentId id) {
    return ledger.shipments(Set.of(id)).get(id).value();
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
