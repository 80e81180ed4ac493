package com.cargobond.local.shipment;

import com.cargobond.local.guarantee.GuaranteePosition;
import com.cargobond.local.guarantee.SampleGuarantee;
import com.cargobond.local.sample.Fen;
import com.cargobond.local.sample.SampleBatch;
import com.cargobond.local.sample.SampleEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * A day of one express operator's traffic, from manifest to payment, with all that goes wrong on
 * such a day; and what must have come of it in the end, told by the plan of each shipment rather
 * than by a ledger. The same seed gives the same events byte for byte.
 *
 * @param day the day's events in the order in which they are posted
 * @param evening what is posted when the day's events have been applied: the default demand, ids
 *     used again for other payloads, and declarations that find no limit left
 * @param shipments what must be true of each shipment in the end
 */
public record ShipmentDay(
    List<SampleEvent> day, List<SampleEvent> evening, List<ExpectedShipment> shipments) {

  /** How many shipments the day has. */
  public static final int SHIPMENTS = 2_000;

  /** How many events reuse an id for another payload; they must be quarantined. */
  public static final int REUSED_IDS = 2;

  private static final ObjectMapper JSON = new ObjectMapper();

  public ShipmentDay {
    day = List.copyOf(day);
    evening = List.copyOf(evening);
    shipments = List.copyOf(shipments);
  }

  /** The day that a seed gives. */
  public static ShipmentDay of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<ShipmentPlan> plans = DayPlanner.plan(random);
    List<ScheduledEvent> events = new ArrayList<>();
    for (ShipmentPlan plan : plans) {
      List<ScheduledEvent> ofShipment = ShipmentTimeline.of(plan, random);
      List<ScheduledEvent> posted =
          plan.disordered() ? Disorder.swapOne(ofShipment, random) : ofShipment;
      events.addAll(Disorder.repeatSome(posted, random));
    }
    events.sort(Comparator.comparing(ScheduledEvent::postedAt));
    List<SampleEvent> day = events(events, one -> !one.evening());
    List<SampleEvent> evening = new ArrayList<>(events(events, ScheduledEvent::evening));
    evening.addAll(reusedIds(plans, day));
    return new ShipmentDay(day, evening, plans.stream().map(ShipmentPlan::expected).toList());
  }

  /** The day's events in the batches that are posted. */
  public List<SampleBatch> dayBatches() {
    return SampleBatch.of(day);
  }

  /** The evening's events in the batches that are posted. */
  public List<SampleBatch> eveningBatches() {
    return SampleBatch.of(evening);
  }

  /** Where a guarantee must stand in the end. */
  public GuaranteePosition expectedPosition(SampleGuarantee guarantee) {
    long reserved = 0;
    long claimed = 0;
    long consumed = 0;
    for (ExpectedShipment shipment : shipments) {
      if (shipment.guarantee() == guarantee) {
        reserved += shipment.openFen();
        claimed += shipment.claimedFen();
        consumed += shipment.consumedFen();
      }
    }
    long available = guarantee.limitFen() - claimed - reserved - consumed;
    return new GuaranteePosition(guarantee.limitFen(), reserved, 0, claimed, consumed, available);
  }

  /** The demands that the bank must pay. */
  public List<String> demandIds() {
    return shipments.stream().flatMap(shipment -> shipment.demandId().stream()).toList();
  }

  private static List<SampleEvent> events(
      List<ScheduledEvent> events, Predicate<ScheduledEvent> which) {
    return events.stream().filter(which).map(ScheduledEvent::event).toList();
  }

  /** Would raise one hold and lower another if they were taken for news. */
  private static List<SampleEvent> reusedIds(List<ShipmentPlan> plans, List<SampleEvent> day) {
    ShipmentPlan raised = first(plans, ShipmentOutcome.UNASSESSED);
    ShipmentPlan lowered = first(plans, ShipmentOutcome.PART_PAID);
    return List.of(
        reused(day, raised, "-DECL-1", "estimatedDuty", raised.estimateFen() + 100_00),
        reused(day, lowered, "-DUTY-PAID", "amount", lowered.assessedFen()));
  }

  private static ShipmentPlan first(List<ShipmentPlan> plans, ShipmentOutcome outcome) {
    return plans.stream()
        .filter(plan -> plan.outcome() == outcome && plan.versions().size() == 1)
        .findFirst()
        .orElseThrow();
  }

  private static SampleEvent reused(
      List<SampleEvent> day, ShipmentPlan plan, String idSuffix, String amountField, long fen) {
    SampleEvent original =
        day.stream()
            .filter(event -> event.id().equals(plan.houseWaybill() + idSuffix))
            .findFirst()
            .orElseThrow();
    try {
      ObjectNode json = (ObjectNode) JSON.readTree(original.json());
      ((ObjectNode) json.get("data")).set(amountField, Fen.json(fen));
      return new SampleEvent(
          original.role(),
          original.source(),
          original.id(),
          original.type(),
          original.houseWaybill(),
          json.toString());
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
