package com.cargobond.domain.shipment;

import com.cargobond.domain.event.EventType;
import java.util.List;
import java.util.Set;

/** How far a shipment has come: the furthest step that is known of it. */
public enum ShipmentStatus {
  ANNOUNCED,
  MANIFESTED,
  DEPARTED,
  ARRIVED,
  RECEIVED,
  DECLARED,
  CANCELLED,
  INSPECTION_HOLD,
  RELEASED,
  DELIVERED,
  DISCHARGED;

  private record Step(EventType event, ShipmentStatus status) {}

  private static final List<Step> FURTHEST_FIRST =
      List.of(
          new Step(ShipmentEventType.DISCHARGED, DISCHARGED),
          new Step(ShipmentEventType.DELIVERED, DELIVERED),
          new Step(ShipmentEventType.RELEASED_ON_GUARANTEE, RELEASED),
          new Step(ShipmentEventType.DECLARATION_CANCELLED, CANCELLED),
          new Step(ShipmentEventType.INSPECTION_HOLD, INSPECTION_HOLD),
          new Step(ShipmentEventType.DECLARATION_AMENDED, DECLARED),
          new Step(ShipmentEventType.DECLARATION_ACCEPTED, DECLARED),
          new Step(ShipmentEventType.RECEIVED, RECEIVED),
          new Step(ShipmentEventType.ARRIVED, ARRIVED),
          new Step(ShipmentEventType.DEPARTED, DEPARTED),
          new Step(ShipmentEventType.MANIFEST_ACCEPTED, MANIFESTED));

  static ShipmentStatus of(Set<EventType> seen) {
    return FURTHEST_FIRST.stream()
        .filter(step -> seen.contains(step.event()))
        .map(Step::status)
        .findFirst()
        .orElse(ANNOUNCED);
  }
}
