package com.cargobond.local.shipment;

import com.cargobond.local.sample.Fen;
import com.cargobond.local.sample.SampleDay;
import com.cargobond.local.sample.SampleEvent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Tells one shipment's day, from the manifest to payment, in the order in which it happens. */
final class ShipmentTimeline {

  private static final OffsetDateTime MIDNIGHT =
      OffsetDateTime.parse(SampleDay.DATE + "T00:00+08:00");
  private static final OffsetDateTime EVENING = MIDNIGHT.plusHours(22);
  private static final String[] ORIGINS = {"ICN", "NRT", "SIN", "FRA", "LAX", "HKG"};
  private static final String[] PREFIXES = {"784", "999", "112", "020"};
  private static final int FLIGHTS_PER_ORIGIN = 8;
  private static final String DESTINATION = "PVG";

  private final ShipmentPlan plan;
  private final RandomGenerator random;
  private final EventWriter writer;
  private final List<ScheduledEvent> events = new ArrayList<>();
  private OffsetDateTime now;
  private boolean evening;

  private ShipmentTimeline(ShipmentPlan plan, RandomGenerator random) {
    this.plan = plan;
    this.random = random;
    this.writer = new EventWriter(plan);
    this.now = MIDNIGHT.plusMinutes(10).plusSeconds(random.nextInt(9 * 3600));
  }

  static List<ScheduledEvent> of(ShipmentPlan plan, RandomGenerator random) {
    ShipmentTimeline timeline = new ShipmentTimeline(plan, random);
    timeline.transport();
    timeline.clearance();
    timeline.ending();
    return timeline.events;
  }

  private void transport() {
    String origin = ORIGINS[random.nextInt(ORIGINS.length)];
    ObjectNode manifest =
        EventWriter.data()
            .put("masterWaybill", masterWaybill())
            .put("shipmentClass", plan.goods().shipmentClass());
    if (plan.goods().valueFen() > 0) {
      manifest.put("description", "express parcel");
      manifest.set("declaredValue", Fen.json(plan.versions().getFirst().valueFen()));
    }
    cargo("manifest-accepted", "MAN", manifest);
    pass(20, 60);
    cargo("departed", "DEP", at(origin));
    pass(120, 300);
    cargo("arrived", "ARR", at(DESTINATION));
    pass(10, 30);
    cargo("received", "RCF", at(DESTINATION));
    if (plan.discrepant()) {
      pass(1, 10);
      ObjectNode data =
          EventWriter.data().put("code", "MSCA").put("detail", "one piece is missing");
      cargo("discrepancy", "DIS", data);
    }
  }

  private void clearance() {
    pass(10, 40);
    if (plan.outcome().isDeclaredInTheEvening()) {
      beginEvening();
    }
    OffsetDateTime completedAt = now;
    for (int version = 1; version <= plan.versions().size(); version++) {
      String type = version == 1 ? "declaration-accepted" : "declaration-amended";
      customs(type, "DECL-" + version, declaration(version, completedAt));
      pass(5, 20);
    }
    if (plan.inspected()) {
      customs("inspection-hold", "HOLD", declarationNo());
      pass(20, 40);
    }
    if (plan.outcome().isReleased()) {
      customs("released-on-guarantee", "REL", declarationNo());
      pass(10, 30);
    }
    if (plan.outcome().isAssessed() && plan.isDutiable()) {
      customs("duty-assessed", "TAX", assessment());
      pass(30, 120);
    }
  }

  private void ending() {
    switch (plan.outcome()) {
      case PAID, PART_PAID, OVERPAID -> pay();
      case PAID_AND_RE_EXPORTED -> {
        pay();
        discharge();
      }
      case RE_EXPORTED -> discharge();
      case CANCELLED, CANCELLED_AFTER_RELEASE ->
          customs(
              "declaration-cancelled",
              "CANCEL",
              declarationNo().put("declarationVersion", plan.versions().size()));
      case REVERSED_AND_PAID_AGAIN -> {
        pay();
        customs("payment-reversed", "REVERSED", payment(plan.paidFen(), 1));
        pass(20, 40);
        customs("duty-paid", "DUTY-PAID-AGAIN", payment(plan.paidFen(), 2));
      }
      default -> {}
    }
    if (plan.outcome().isReleased() && plan.outcome() != ShipmentOutcome.CANCELLED_AFTER_RELEASE) {
      pass(10, 60);
      cargo("delivered", "DLV", at(DESTINATION));
    }
    if (plan.outcome() == ShipmentOutcome.DEFAULTED) {
      beginEvening();
      ObjectNode demand = EventWriter.data().put("demandId", plan.demandId());
      demand.setAll(declarationNo());
      demand.set("amount", Fen.json(plan.assessedFen()));
      customs("default-demand", "DEMAND", demand);
    }
  }

  private void pay() {
    if (plan.isDutiable()) {
      customs("duty-paid", "DUTY-PAID", payment(plan.paidFen(), 1));
      pass(10, 30);
    }
  }

  private void discharge() {
    customs("discharged", "DISCHARGED", declarationNo().put("reason", "RE_EXPORTED"));
  }

  private ObjectNode declaration(int version, OffsetDateTime completedAt) {
    ShipmentContents goods = plan.versions().get(version - 1);
    ObjectNode data =
        declarationNo()
            .put("declarationVersion", version)
            .put("registrationNo", plan.registrationNo())
            .put("purpose", plan.purpose())
            .put("district", SampleDay.DISTRICT)
            .put("shipmentClass", goods.shipmentClass());
    data.set("estimatedDuty", Fen.json(goods.taxFen()));
    return data.put("completedAt", EventWriter.rfc3339(completedAt));
  }

  private ObjectNode assessment() {
    ObjectNode data =
        declarationNo()
            .put("declarationVersion", plan.versions().size())
            .put("taxNoticeNo", plan.taxNoticeNo());
    data.set("duty", Fen.json(plan.assessedFen()));
    if (plan.purpose().equals("PAYMENT_TERM")) {
      data.put("dueDate", SampleDay.DUE_DATE);
    }
    return data;
  }

  private ObjectNode payment(long fen, int receipt) {
    ObjectNode data = EventWriter.data().put("taxNoticeNo", plan.taxNoticeNo());
    data.set("amount", Fen.json(fen));
    return data.put("treasuryReceiptNo", "TR-" + plan.declarationNo() + "-" + receipt);
  }

  private ObjectNode declarationNo() {
    return EventWriter.data().put("declarationNo", plan.declarationNo());
  }

  private static ObjectNode at(String location) {
    return EventWriter.data().put("location", location);
  }

  /** Many parcels share a flight, and so a master waybill. */
  private String masterWaybill() {
    int prefix = random.nextInt(PREFIXES.length);
    int serial = 6_854_000 + prefix * 1_000 + random.nextInt(FLIGHTS_PER_ORIGIN);
    return "%s-%07d%d".formatted(PREFIXES[prefix], serial, serial % 7);
  }

  private void beginEvening() {
    evening = true;
    now = EVENING.plusSeconds(plan.serial() / 4);
  }

  private void pass(int minutesMin, int minutesMax) {
    now = now.plusSeconds(random.nextInt(minutesMin * 60, minutesMax * 60));
  }

  private void cargo(String type, String idSuffix, ObjectNode data) {
    tell(writer.cargo(type, idSuffix, now, data));
  }

  private void customs(String type, String idSuffix, ObjectNode data) {
    tell(writer.customs(type, idSuffix, now, data));
  }

  private void tell(SampleEvent event) {
    events.add(new ScheduledEvent(event, now, evening));
  }
}
