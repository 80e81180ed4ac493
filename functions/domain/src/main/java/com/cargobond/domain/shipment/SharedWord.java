package com.cargobond.domain.shipment;

import com.cargobond.domain.event.Fingerprint;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.shipment.ClockFact.DeclarationShared;
import java.util.List;
import java.util.Map;

/**
 * The system's word to a shipment that others bear one of its declarations. Its id follows from the
 * event that brought it about, so that each is told to others by itself.
 */
final class SharedWord {

  private static final String SOURCE = "/cargobond/declarations";

  private SharedWord() {}

  static ShipmentEvent event(DeclarationShared shared, ShipmentId to, ShipmentEvent cause) {
    return ShipmentEventType.TYPES.reread(
        Map.of(
            "specversion", "1.0",
            "source", SOURCE,
            "id", Fingerprint.of(cause.key(), to.toString(), shared.declarationNo().value()),
            "type", ShipmentEventType.DECLARATION_SHARED.wireName(),
            "time", cause.time().toString(),
            "subject", to.toString(),
            "data",
                Map.of(
                    "declarationNo", shared.declarationNo().value(),
                    "others", ids(shared.others()),
                    "standing", ids(shared.standing()))));
  }

  private static List<String> ids(List<ShipmentId> shipments) {
    return shipments.stream().map(ShipmentId::toString).toList();
  }
}
