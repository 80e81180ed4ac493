package com.cargobond.domain.shipment;

import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.ledger.Matter;
import com.cargobond.domain.shipment.CargoFact.Discrepancy;
import com.cargobond.domain.shipment.CargoFact.ManifestAccepted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what a shipment as a whole needs a person for. */
final class ShipmentChecks {

  private ShipmentChecks() {}

  static List<Matter> of(Standing standing) {
    List<Matter> found = new ArrayList<>();
    KnownEvents known = standing.known();
    List<ShipmentEvent> events = known.list();
    List<DeclarationFacts> declarations = known.declarations();
    Map<DeclarationNo, RequiredHold> holds = known.requiredHolds();
    for (DeclarationFacts facts : declarations) {
      found.addAll(DeclarationChecks.of(facts, standing.coverOf(facts.number()), events));
      found.addAll(Sharing.exceptions(standing.id(), holds.get(facts.number()), events));
    }
    for (String number : DeclarationChecks.receiptsOnSeveralNotices(declarations)) {
      found.add(Matter.of(ShipmentExceptionCode.RECEIPT_ON_SEVERAL_NOTICES, number));
    }
    Unmatched unmatched = new Unmatched(declarations, events);
    for (ShipmentEvent event : unmatched.demands()) {
      found.add(Matter.of(ShipmentExceptionCode.DEMAND_UNMATCHED, event.id()));
    }
    for (ShipmentEvent event : unmatched.overdue()) {
      found.add(Matter.of(ShipmentExceptionCode.FACT_UNMATCHED, event.id()));
    }
    for (ShipmentEvent event : events) {
      of(event).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  /** What needs a person whatever else is known. */
  static Optional<Matter> of(ShipmentEvent event) {
    if (!event.type().isCargo()) {
      return Optional.empty();
    }
    return switch (event.fact()) {
      case Discrepancy discrepancy ->
          Optional.of(Matter.of(ShipmentExceptionCode.DISCREPANCY, event.id()));
      case ManifestAccepted manifest
          when DeclarationChecks.exceedsClassLimit(manifest, event.time()) ->
          Optional.of(Matter.of(ShipmentExceptionCode.VALUE_ABOVE_CLASS_LIMIT, event.id()));
      default -> Optional.empty();
    };
  }
}
