package com.cargobond.domain.shipment;

import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.Matter;
import com.cargobond.domain.shipment.ClockFact.DeclarationShared;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a shipment was told of others that bear the number of one of its declarations. */
final class Sharing {

  private Sharing() {}

  static Stream<DeclarationShared> of(List<ShipmentEvent> events) {
    return KnownFact.of(DeclarationShared.class, events).stream().map(KnownFact::fact);
  }

  static Optional<DeclarationShared> of(DeclarationNo declaration, List<ShipmentEvent> events) {
    return of(events).filter(shared -> shared.declarationNo().equals(declaration)).findFirst();
  }

  /** One for each other house waybill, while Customs leaves the declaration on both. */
  static List<Matter> exceptions(
      ShipmentId shipment, RequiredHold required, List<ShipmentEvent> events) {
    if (KnownFact.of(DeclarationShared.class, events).isEmpty()) {
      return List.of();
    }
    DeclarationNo declaration = required.filed().declarationNo();
    return of(declaration, events).filter(shared -> required.stands()).stream()
        .flatMap(shared -> shared.standing().stream())
        .map(other -> reference(declaration, shipment, other))
        .distinct()
        .map(reference -> Matter.of(ShipmentExceptionCode.DECLARATION_DUPLICATE, reference))
        .toList();
  }

  /** Another operator's house waybills are nobody else's to read. */
  private static String reference(DeclarationNo declaration, ShipmentId own, ShipmentId other) {
    return own.operator().equals(other.operator())
        ? declaration + " " + other.houseWaybill().value()
        : declaration.value();
  }
}
