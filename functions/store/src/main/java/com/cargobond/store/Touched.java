package com.cargobond.store;

import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.identity.DepositId;
import com.cargobond.domain.identity.ShipmentId;
import java.util.Set;

/** What a group of events names: whatever happens to them, these are read. */
public record Touched(
    Set<ShipmentId> shipments, Set<DepositId> deposits, Set<RegistrationNo> registrations) {

  /** Copies the sets. */
  public Touched {
    shipments = Set.copyOf(shipments);
    deposits = Set.copyOf(deposits);
    registrations = Set.copyOf(registrations);
  }
}
