package com.cargobond.domain.shipment;

import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.ledger.Matter;
import com.cargobond.domain.shipment.CargoFact.Discrepancy;
import com.cargobond.domain.shipment.CargoFact.ManifestAccepted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds what a shipment as a whole needs a person for. */
final class ShipmentChecks {

  private ShipmentChecks() {}

  static List<Matter> of(Shipment shipment, KnownEvents known) {
    List<Matter> found = new ArrayList<>();
    List<ShipmentEvent> events = known.list();
    List<DeclarationFacts> declarations = known.declarations();
    for (DeclarationFacts facts : declarations) {
      found.addAll(DeclarationChecks.of(facts, shipment.coverOf(facts.number()), events));
      found.addAll(Sharing.exceptions(shipment.id(), facts.requiredHold(), events));
    }
    add(
        found,
        ShipmentExceptionCode.RECEIPT_ON_SEVERAL_NOTICES,
        DeclarationChecks.receiptsOnSeveralNotices(declarations));
    Unmatched unmatched = new Unmatched(declarations, events);
    add(found, ShipmentExceptionCode.DEMAND_UNMATCHED, ids(unmatched.demands()));
    add(found, ShipmentExceptionCode.FACT_UNMATCHED, ids(unmatched.overdue()));
    for (ShipmentEvent event : events) {
      if (event.fact() instanceof Discrepancy) {
        found.add(Matter.of(ShipmentExceptionCode.DISCREPANCY, event.id()));
      }
      if (event.fact() instanceof ManifestAccepted manifest
          && DeclarationChecks.exceedsClassLimit(manifest, event.time())) {
        found.add(Matter.of(ShipmentExceptionCode.VALUE_ABOVE_CLASS_LIMIT, event.id()));
      }
    }
    return List.copyOf(found);
  }

  private static Stream<String> ids(List<ShipmentEvent> events) {
    return events.stream().map(ShipmentEvent::id);
  }

  private static void add(
      List<Matter> found, ShipmentExceptionCode code, Stream<String> references) {
    references.map(reference -> Matter.of(code, reference)).forEach(found::add);
  }
}
