package com.cargobond.store;

import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.ShipmentId;
import java.util.Set;

/**
 * What a group of events names: whatever happens to them, these are read.
 *
 * @param declarations of which it is asked on which shipments they were filed
 */
public record Touched(
    Set<ShipmentId> shipments,
    Set<DepositId> deposits,
    Set<RegistrationNo> registrations,
    Set<DeclarationNo> declarations) {

  /** Where no declaration is named. */
  public Touched(
      Set<ShipmentId> shipments, Set<DepositId> deposits, Set<RegistrationNo> registrations) {
    this(shipments, deposits, registrations, Set.of());
  }

  /** Copies the sets. */
  public Touched {
    shipments = Set.copyOf(shipments);
    deposits = Set.copyOf(deposits);
    registrations = Set.copyOf(registrations);
    declarations = Set.copyOf(declarations);
  }
}
