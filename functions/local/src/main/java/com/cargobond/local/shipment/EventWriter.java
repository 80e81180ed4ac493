package com.cargobond.local.shipment;

import com.cargobond.local.sample.SampleDay;
import com.cargobond.local.sample.SampleEvent;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** Writes the events of one shipment as CloudEvents. */
final class EventWriter {

  private static final String CARGO_SOURCE = "/carrier/" + SampleDay.USCC;
  private static final String CUSTOMS_SOURCE = "/customs/" + SampleDay.DISTRICT;

  private final ShipmentPlan plan;

  EventWriter(ShipmentPlan plan) {
    this.plan = plan;
  }

  SampleEvent cargo(String type, String idSuffix, OffsetDateTime time, ObjectNode data) {
    return write(SampleEvent.CARRIER, CARGO_SOURCE, "cargo." + type + ".v1", idSuffix, time, data);
  }

  SampleEvent customs(String type, String idSuffix, OffsetDateTime time, ObjectNode data) {
    return write(
        SampleEvent.CUSTOMS, CUSTOMS_SOURCE, "customs." + type + ".v1", idSuffix, time, data);
  }

  static ObjectNode data() {
    return JsonNodeFactory.instance.objectNode();
  }

  static String rfc3339(OffsetDateTime time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
  }

  private SampleEvent write(
      String role,
      String source,
      String type,
      String idSuffix,
      OffsetDateTime time,
      ObjectNode data) {
    String id = plan.houseWaybill() + "-" + idSuffix;
    ObjectNode event = data();
    event
        .put("specversion", "1.0")
        .put("id", id)
        .put("source", source)
        .put("type", type)
        .put("time", rfc3339(time))
        .put("subject", SampleDay.USCC + "/" + plan.houseWaybill())
        .put("datacontenttype", "application/json")
        .set("data", data);
    return new SampleEvent(role, source, id, type, plan.houseWaybill(), event.toString());
  }
}
