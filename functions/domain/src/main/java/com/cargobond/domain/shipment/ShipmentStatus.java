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
          new Step(EventType.DISCHARGED, DISCHARGED),
          new Step(EventType.DELIVERED, DELIVERED),
          new Step(EventType.RELEASED_ON_GUARANTEE, RELEASED),
          new Step(EventType.DECLARATION_CANCELLED, CANCELLED),
          new Step(EventType.INSPECTION_HOLD, INSPECTION_HOLD),
          new Step(EventType.DECLARATION_AMENDED, DECLARED),
          new Step(EventType.DECLARATION_ACCEPTED, DECLARED),
          new Step(EventType.RECEIVED, RECEIVED),
          new Step(EventType.ARRIVED, ARRIVED),
          new Step(EventType.DEPARTED, DEPARTED),
          new Step(EventType.MANIFEST_ACCEPTED, MANIFESTED));

  static ShipmentStatus of(Set<EventType> seen) {
    return FURTHEST_FIRST.stream()
        .filter(step -> seen.contains(step.event()))
        .map(Step::status)
        .findFirst()
        .orElse(ANNOUNCED);
  }
}
