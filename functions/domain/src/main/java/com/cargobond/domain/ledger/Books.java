package com.cargobond.domain.ledger;

import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.event.ClockFact.DeclarationShared;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.DepositId;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.shipment.Shipment;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The shipments, guarantees and deposits that a group of events may touch, as they stand.
 *
 * @param bearers the shipments on which a declaration was filed
 */
public record Books(
    Map<ShipmentId, Shipment> shipments,
    Map<RegistrationNo, GuaranteeId> registrations,
    Map<GuaranteeId, Guarantee> guarantees,
    Map<DepositId, Deposit> deposits,
    Map<DeclarationNo, Set<ShipmentId>> bearers) {

  /** Books in which no declaration was filed. */
  public Books(
      Map<ShipmentId, Shipment> shipments,
      Map<RegistrationNo, GuaranteeId> registrations,
      Map<GuaranteeId, Guarantee> guarantees,
      Map<DepositId, Deposit> deposits) {
    this(shipments, registrations, guarantees, deposits, Map.of());
  }

  public Books {
    bearers = Map.copyOf(bearers);
    shipments = Map.copyOf(shipments);
    registrations = Map.copyOf(registrations);
    guarantees = Map.copyOf(guarantees);
    deposits = Map.copyOf(deposits);
  }

  /** The shipment, which may be unknown so far. */
  public Shipment shipment(ShipmentId id) {
    return shipments.getOrDefault(id, Shipment.unknown(id));
  }

  /** The deposit, which may be unknown so far. */
  public Deposit deposit(DepositId id) {
    return deposits.getOrDefault(id, Deposit.unknown(id));
  }

  Optional<Guarantee> guarantee(RegistrationNo number) {
    return Optional.ofNullable(registrations.get(number)).map(guarantees::get);
  }

  Guarantee guarantee(GuaranteeId id) {
    return guarantees.get(id);
  }

  Books with(Guarantee guarantee) {
    Map<GuaranteeId, Guarantee> changed = new HashMap<>(guarantees);
    changed.put(guarantee.id(), guarantee);
    return new Books(shipments, registrations, changed, deposits, bearers);
  }

  Books with(Shipment shipment) {
    Map<ShipmentId, Shipment> changed = new HashMap<>(shipments);
    changed.put(shipment.id(), shipment);
    return new Books(changed, registrations, guarantees, deposits, bearers);
  }

  Books with(Deposit deposit) {
    Map<DepositId, Deposit> changed = new HashMap<>(deposits);
    changed.put(deposit.id(), deposit);
    return new Books(shipments, registrations, guarantees, changed, bearers);
  }

  /** The shipments on which the declaration was filed, as far as is known. */
  public Set<ShipmentId> bearersOf(DeclarationNo declaration) {
    return bearers.getOrDefault(declaration, Set.of());
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
    Map<DeclarationNo, Set<ShipmentId>> changed = new HashMap<>(bearers);
    changed.put(declaration, Set.copyOf(more));
    return new Books(shipments, registrations, guarantees, deposits, changed);
  }

  private Optional<ShipmentId> lapsed(DeclarationNo declaration) {
    return bearersOf(declaration).stream()
        .filter(id -> !shipment(id).stands(declaration))
        .min(Comparator.comparing(ShipmentId::toString));
  }
}
