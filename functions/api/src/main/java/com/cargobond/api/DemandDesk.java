package com.cargobond.api;

import com.cargobond.domain.calendar.ChinaDay;
import com.cargobond.domain.event.BankFact;
import com.cargobond.domain.event.BankFact.Decision;
import com.cargobond.domain.event.BankFact.DemandPaid;
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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
  private final BusinessDate businessDate;

  DemandDesk(Ledger ledger, EventLedger events, Clock clock, BusinessDate businessDate) {
    this.ledger = ledger;
    this.events = events;
    this.clock = clock;
    this.businessDate = businessDate;
  }

  /**
   * Complies or rejects.
   *
   * @throws Refused NOT_FOUND or WRONG_STATE
   */
  Demand decide(String demandId, Decision decision, Optional<String> reason) {
    Known known = read(demandId(demandId));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("decision", decision.name());
    reason.ifPresent(text -> data.put("reason", text));
    DemandStatus decided =
        decision == Decision.COMPLY ? DemandStatus.COMPLYING : DemandStatus.REJECTED;
    return take(
        known,
        new Step(
            EventType.DEMAND_DECIDED,
            turn(known),
            nextTime(known),
            data,
            DemandStatus::awaitsDecision,
            seen -> seen.demand().status() == decided));
  }

  /**
   * Books what the bank paid.
   *
   * @param paidOn the value date; else the day on which this is told
   * @throws InvalidInput if the value date lies before the demand, or after the business's day
   * @throws Refused NOT_FOUND, or WRONG_STATE if it could not be booked
   */
  Demand pay(String demandId, String paymentRef, Optional<LocalDate> paidOn) {
    Known known = read(demandId(demandId));
    paidOn.ifPresent(day -> requireValueDate(known, day));
    Instant time = nextTime(known);
    LocalDate valueDate = paidOn.orElse(ChinaDay.of(time));
    return take(
        known,
        new Step(
            EventType.DEMAND_PAID,
            // A second payment, with a reference of its own, has happened too.
            Fingerprint.of(paymentRef),
            notBefore(valueDate, time),
            Map.of("paymentRef", paymentRef, "paidOn", valueDate.toString()),
            // What the bank paid has happened, whatever stands of the demand since.
            status -> true,
            // Told again, on whatever day and after whatever else, it is the same payment.
            seen -> seen.hasPayment(paymentRef)));
  }

  /**
   * Notes that the principal paid the bank back.
   *
   * @throws Refused NOT_FOUND or WRONG_STATE
   */
  Demand reimburse(String demandId) {
    Known known = read(demandId(demandId));
    return take(
        known,
        new Step(
            EventType.DEMAND_REIMBURSED,
            turn(known),
            nextTime(known),
            Map.of(),
            status -> status == DemandStatus.PAID,
            seen -> seen.demand().status() == DemandStatus.REIMBURSED));
  }

  /**
   * A demand, and the shipment that it is about, as they stood on the ledger.
   *
   * @param at when they were read
   */
  private record Known(Demand demand, Shipment shipment, Instant at) {

    boolean hasPayment(String paymentRef) {
      return events()
          .map(ShipmentEvent::fact)
          .anyMatch(
              fact ->
                  fact instanceof DemandPaid paid
                      && paid.demandId().equals(demand.id())
                      && paid.paymentRef().equals(paymentRef));
    }

    Stream<ShipmentEvent> events() {
      return shipment.history().stream().map(RecordedEvent::event);
    }
  }

  /**
   * A step of the bank.
   *
   * @param mark tells it from other steps of its type on the same demand
   * @param allowed the statuses from which it is taken
   * @param reached whether it has been taken: again, it is answered with the demand as it stands
   */
  private record Step(
      EventType type,
      String mark,
      Instant time,
      Map<String, Object> data,
      Predicate<DemandStatus> allowed,
      Predicate<Known> reached) {}

  private Demand take(Known before, Step step) {
    Demand demand = before.demand();
    if (step.reached().test(before)) {
      return demand;
    }
    if (!step.allowed().test(demand.status())) {
      throw wrongState(demand);
    }
    apply(event(step, before));
    Known after = read(demand.shipment(), demand.id());
    // Somebody else may have taken another step at the same moment.
    if (!step.reached().test(after)) {
      throw wrongState(after.demand());
    }
    return after.demand();
  }

  private void apply(ReceivedEvent event) {
    events
        .apply(List.of(event))
        .failure()
        .ifPresent(
            failure -> {
              throw failure;
            });
  }

  private static ReceivedEvent event(Step step, Known known) {
    Demand demand = known.demand();
    Map<String, Object> data = new LinkedHashMap<>(step.data());
    data.put("demandId", demand.id().value());
    return new ReceivedEvent(
        ShipmentEvent.read(
            Map.of(
                "specversion",
                "1.0",
                "id",
                step.type().name() + "/" + demand.id() + "/" + step.mark(),
                "source",
                SOURCE,
                "type",
                step.type().wireName(),
                "time",
                step.time().toString(),
                "subject",
                demand.shipment().toString(),
                "data",
                data)),
        known.at());
  }

  /** A demand that is made again after a withdrawal is decided anew. */
  private static String turn(Known known) {
    return Long.toString(known.demand().demandedAt().toEpochMilli());
  }

  /**
   * Whatever the clocks say, a step comes after what it answers, and after the bank's steps before
   * it; where no day passes, at once after that.
   */
  private Instant nextTime(Known known) {
    Instant demandedAt = known.demand().demandedAt();
    Instant latest =
        known
            .events()
            .filter(event -> event.fact() instanceof BankFact)
            .map(ShipmentEvent::time)
            .filter(demandedAt::isBefore)
            .max(Comparator.naturalOrder())
            .orElse(demandedAt);
    return businessDate.time(known.at()).filter(latest::isBefore).orElse(latest.plusMillis(1));
  }

  /** Where no day passes, one does with the value date that the bank names. */
  private static Instant notBefore(LocalDate valueDate, Instant time) {
    Instant day = ChinaDay.start(valueDate);
    return time.isBefore(day) ? day : time;
  }

  private void requireValueDate(Known known, LocalDate day) {
    if (day.isBefore(ChinaDay.of(known.demand().demandedAt()))) {
      throw invalid("must not be before the demand");
    }
    if (businessDate.today(known.at()).filter(day::isAfter).isPresent()) {
      throw invalid("must not be after today");
    }
  }

  private static InvalidInput invalid(String rule) {
    return new InvalidInput(List.of(new Violation("paidOn", rule)));
  }

  private Known read(DemandId id) {
    return read(ledger.shipmentOfDemand(id).orElseThrow(() -> notFound(id)), id);
  }

  private Known read(ShipmentId shipmentId, DemandId id) {
    Shipment shipment = ledger.shipments(Set.of(shipmentId)).get(shipmentId).value();
    Demand demand =
        shipment.demands().keySet().stream()
            .filter(known -> known.id().equals(id))
            .findFirst()
            .orElseThrow(() -> notFound(id));
    return new Known(demand, shipment, clock.instant());
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

  private static Refused wrongState(Demand demand) {
    return new Refused(RefusalCode.WRONG_STATE, "demand " + demand.id() + " is " + demand.status());
  }
}
