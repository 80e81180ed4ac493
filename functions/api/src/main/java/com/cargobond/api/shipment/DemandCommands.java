package com.cargobond.api.shipment;

import com.cargobond.domain.calendar.ChinaDay;
import com.cargobond.domain.event.EventType;
import com.cargobond.domain.event.Fingerprint;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.guarantee.Demand;
import com.cargobond.domain.guarantee.DemandId;
import com.cargobond.domain.guarantee.DemandStatus;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.ledger.Refused;
import com.cargobond.domain.shipment.BankFact;
import com.cargobond.domain.shipment.BankFact.Decision;
import com.cargobond.domain.shipment.BankFact.DemandPaid;
import com.cargobond.domain.shipment.RecordedEvent;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.domain.shipment.ShipmentEventType;
import com.cargobond.store.ledger.BusinessDate;
import com.cargobond.store.shipment.ShipmentLedger;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The bank's steps on a demand. Each is an event of the shipment like any other, so that money
 * moves by the same rules; its id is made of the demand and the step, so that a repeat moves
 * nothing.
 */
@Singleton
class DemandCommands {

  private static final String SOURCE = "/bank";

  private final ShipmentLedger shipments;
  private final Clock clock;
  private final BusinessDate businessDate;

  DemandCommands(ShipmentLedger shipments, Clock clock, BusinessDate businessDate) {
    this.shipments = shipments;
    this.clock = clock;
    this.businessDate = businessDate;
  }

  /**
   * Complies or rejects.
   *
   * @throws Refused NOT_FOUND or WRONG_STATE
   */
  Demand decide(String demandId, Decision decision, Optional<String> reason) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("decision", decision.name());
    reason.ifPresent(text -> data.put("reason", text));
    DemandStatus decided =
        decision == Decision.COMPLY ? DemandStatus.COMPLYING : DemandStatus.REJECTED;
    return take(
        demandId(demandId),
        new Step(
            ShipmentEventType.DEMAND_DECIDED,
            DemandStatus::awaitsDecision,
            seen -> seen.demand().status() == decided,
            known -> new Words(turn(known), nextTime(known), data)));
  }

  /**
   * Books what the bank paid.
   *
   * @param paidOn the value date; else the day on which this is told
   * @throws InvalidInput if the value date lies before the demand, or after the business's day
   * @throws Refused NOT_FOUND, or WRONG_STATE if it could not be booked
   */
  Demand pay(String demandId, String paymentRef, Optional<LocalDate> paidOn) {
    return take(
        demandId(demandId),
        new Step(
            ShipmentEventType.DEMAND_PAID,
            // What the bank paid has happened, whatever stands of the demand since.
            status -> true,
            // Told again, on whatever day and after whatever else, it is the same payment.
            seen -> seen.hasPayment(paymentRef),
            known -> payment(known, paymentRef, paidOn)));
  }

  private Words payment(Known known, String paymentRef, Optional<LocalDate> paidOn) {
    paidOn.ifPresent(day -> requireValueDate(known, day));
    Instant time = nextTime(known);
    LocalDate valueDate = paidOn.orElse(ChinaDay.of(time));
    return new Words(
        // A second payment, with a reference of its own, has happened too.
        Fingerprint.of(paymentRef),
        notBefore(valueDate, time),
        Map.of("paymentRef", paymentRef, "paidOn", valueDate.toString()));
  }

  /**
   * Notes that the principal paid the bank back.
   *
   * @throws Refused NOT_FOUND or WRONG_STATE
   */
  Demand reimburse(String demandId) {
    return take(
        demandId(demandId),
        new Step(
            ShipmentEventType.DEMAND_REIMBURSED,
            status -> status == DemandStatus.PAID,
            seen -> seen.demand().status() == DemandStatus.REIMBURSED,
            known -> new Words(turn(known), nextTime(known), Map.of())));
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
   * @param allowed the statuses from which it is taken
   * @param reached whether it has been taken: again, it is answered with the demand as it stands
   * @param words how it is told, by what is known when it is taken
   */
  private record Step(
      EventType type,
      Predicate<DemandStatus> allowed,
      Predicate<Known> reached,
      Function<Known, Words> words) {}

  /**
   * What a step says.
   *
   * @param mark tells it from other steps of its type on the same demand
   */
  private record Words(String mark, Instant time, Map<String, Object> data) {}

  private Demand take(DemandId id, Step step) {
    ShipmentId shipment = shipments.ofDemand(id).orElseThrow(() -> notFound(id));
    Shipment after =
        shipments.take(shipments.read(shipment), before -> events(step, known(id, before)));
    Known seen = known(id, after);
    if (!step.reached().test(seen)) {
      throw wrongState(seen.demand());
    }
    return seen.demand();
  }

  private static List<ReceivedEvent> events(Step step, Known before) {
    Words words = step.words().apply(before);
    if (step.reached().test(before)) {
      return List.of();
    }
    if (!step.allowed().test(before.demand().status())) {
      throw wrongState(before.demand());
    }
    return List.of(event(step.type(), words, before));
  }

  private static ReceivedEvent event(EventType type, Words words, Known known) {
    Demand demand = known.demand();
    Map<String, Object> data = new LinkedHashMap<>(words.data());
    data.put("demandId", demand.id().value());
    return new ReceivedEvent(
        ShipmentEventType.TYPES.read(
            Map.of(
                "specversion",
                "1.0",
                "id",
                type.name() + "/" + demand.id() + "/" + words.mark(),
                "source",
                SOURCE,
                "type",
                type.wireName(),
                "time",
                words.time().toString(),
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

  private Known known(DemandId id, Shipment shipment) {
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
