package com.cargobond.store.shipment;

import com.cargobond.domain.calendar.ChinaDay;
import com.cargobond.domain.event.EventType;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.shipment.ShipmentEventType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** What the system tells a shipment; the same in the same words whoever finds it out. */
final class ClockEvents {

  private static final String SOURCE = "/cargobond/clock";

  private ClockEvents() {}

  /** The duty of a declaration is not paid on this day, and its late charge must be counted. */
  static ReceivedEvent overdue(
      ShipmentId shipment, DeclarationNo declaration, LocalDate today, Instant now) {
    return event(
        ShipmentEventType.OVERDUE,
        declaration + "/" + today,
        ChinaDay.start(today),
        shipment,
        Map.of("declarationNo", declaration.value(), "asOf", today.toString()),
        now);
  }

  /** What names something unknown still does on this day. */
  static ReceivedEvent stillUnmatched(ShipmentId shipment, LocalDate today, Instant now) {
    return event(
        ShipmentEventType.STILL_UNMATCHED,
        today.toString(),
        ChinaDay.start(today),
        shipment,
        Map.of("asOf", today.toString()),
        now);
  }

  /** The guarantee that refused a declaration changed at a time. */
  static ReceivedEvent askedAgain(
      ShipmentId shipment, DeclarationNo declaration, Instant changedAt, Instant now) {
    return event(
        ShipmentEventType.ASKED_AGAIN,
        declaration + "/" + changedAt.toEpochMilli(),
        changedAt,
        shipment,
        Map.of("declarationNo", declaration.value()),
        now);
  }

  private static ReceivedEvent event(
      EventType type,
      String id,
      Instant time,
      ShipmentId shipment,
      Map<String, Object> data,
      Instant now) {
    return new ReceivedEvent(
        ShipmentEventType.TYPES.read(
            Map.of(
                "specversion",
                "1.0",
                // One number of a declaration may stand on several waybills.
                "id",
                type + "/" + shipment + "/" + id,
                "source",
                SOURCE,
                "type",
                type.wireName(),
                "time",
                time.toString(),
                "subject",
                shipment.toString(),
                "data",
                data)),
        now);
  }
}
