package com.cargobond.domain.shipment;

import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.View;
import com.cargobond.domain.shipment.ClockFact.DeclarationShared;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A view as shipments look at it: shipments, the guarantees that cover them, and who bears what.
 */
public record Books(View view) {

  /** The shipment, which may be unknown so far. */
  public Shipment shipment(ShipmentId id) {
    return view.get(Shipment.KIND, id.toString());
  }

  /** The guarantees that were read. */
  public List<Guarantee> guarantees() {
    return view.all(Guarantee.KIND);
  }

  Optional<Guarantee> guarantee(RegistrationNo number) {
    return view.target(number.alias()).flatMap(id -> view.find(Guarantee.KIND, id));
  }

  Guarantee guarantee(GuaranteeId id) {
    return view.get(Guarantee.KIND, id.value());
  }

  Books with(Guarantee guarantee) {
    return new Books(view.with(guarantee));
  }

  Books with(Shipment shipment) {
    return new Books(view.with(shipment));
  }

  /** The shipments on which the declaration was filed, as far as is known. */
  public Set<ShipmentId> bearersOf(DeclarationNo declaration) {
    return view.target(Bearers.alias(declaration)).map(Bearers::parse).orElse(Set.of());
  }

  /** Whether a shipment is, or can become, one of those on which a declaration is filed. */
  boolean hasRoomFor(DeclarationNo declaration, ShipmentId shipment) {
    Set<ShipmentId> known = bearersOf(declaration);
    return known.contains(shipment)
        || known.size() < DeclarationShared.SHIPMENTS_MAX
        || lapsed(declaration).isPresent();
  }

  /** One on which Customs has taken the declaration back makes room for another. */
  Books filedOn(DeclarationNo declaration, ShipmentId shipment) {
    Set<ShipmentId> more = new HashSet<>(bearersOf(declaration));
    if (more.add(shipment) && more.size() > DeclarationShared.SHIPMENTS_MAX) {
      lapsed(declaration).ifPresent(more::remove);
    }
    return new Books(view.with(Bearers.alias(declaration), Bearers.text(more)));
  }

  private Optional<ShipmentId> lapsed(DeclarationNo declaration) {
    return bearersOf(declaration).stream()
        .filter(id -> !shipment(id).stands(declaration))
        .min(Comparator.comparing(ShipmentId::toString));
  }
}
