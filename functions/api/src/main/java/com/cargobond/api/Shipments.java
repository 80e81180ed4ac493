package com.cargobond.api;

import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.shipment.Shipment;
import java.util.Map;
import java.util.stream.Collectors;

/** Shipments as they were read, without their revisions. */
final class Shipments {

  private Shipments() {}

  static Map<ShipmentId, Shipment> values(Map<ShipmentId, Versioned<Shipment>> read) {
    return read.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().value()));
  }
}
