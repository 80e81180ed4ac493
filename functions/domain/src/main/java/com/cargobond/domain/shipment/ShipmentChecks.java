package com.cargobond.domain.shipment;

import com.cargobond.domain.event.CargoFact.Discrepancy;
import com.cargobond.domain.event.CargoFact.ManifestAccepted;
import com.cargobond.domain.event.ShipmentEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds what a shipment as a whole needs a person for. */
final class ShipmentChecks {

  private ShipmentChecks() {}

  static List<ShipmentException> of(Shipment shipment, KnownEvents known) {
    List<ShipmentException> found = new ArrayList<>();
    List<ShipmentEvent> events = known.list();
    List<DeclarationFacts> declarations = known.declarations();
    for (DeclarationFacts facts : declarations) {
      found.addAll(DeclarationChecks.of(facts, shipment.coverOf(facts.number()), events));
      found.addAll(Sharing.exceptions(shipment.id(), facts.requiredHold(), events));
    }
    add(
        found,
        ExceptionCode.RECEIPT_ON_SEVERAL_NOTICES,
        DeclarationChecks.receiptsOnSeveralNotices(declarations));
    Unmatched unmatched = new Unmatched(declarations, events);
    add(found, ExceptionCode.DEMAND_UNMATCHED, ids(unmatched.demands()));
    add(found, ExceptionCode.FACT_UNMATCHED, ids(unmatched.overdue()));
    for (ShipmentEvent event : events) {
      if (event.fact() instanceof Discrepancy) {
        found.add(new ShipmentException(ExceptionCode.DISCREPANCY, event.id()));
      }
      if (event.fact() instanceof ManifestAccepted manifest
          && DeclarationChecks.exceedsClassLimit(manifest, event.time())) {
        found.add(new ShipmentException(ExceptionCode.VALUE_ABOVE_CLASS_LIMIT, event.id()));
      }
    }
    return List.copyOf(found);
  }

  private static Stream<String> ids(List<ShipmentEvent> events) {
    return events.stream().map(ShipmentEvent::id);
  }

  private static void add(
      List<ShipmentException> found, ExceptionCode code, Stream<String> references) {
    references.map(reference -> new ShipmentException(code, reference)).forEach(found::add);
  }
}
