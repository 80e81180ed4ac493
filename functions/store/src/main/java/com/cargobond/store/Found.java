package com.cargobond.store;

import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.shipment.Shipment;
import java.util.Map;
import java.util.Set;

/**
 * What the ledger knows of what was touched.
 *
 * @param shipments every one that was asked for, with revision 0 where nothing is known of it
 * @param deposits every one that was asked for, with revision 0 where nothing is known of it
 * @param registrations the numbers that are registered
 * @param bearers the shipments on which each declaration that was asked for was filed; none where
 *     it was filed on none since these are kept
 */
public record Found(
    Map<ShipmentId, Versioned<Shipment>> shipments,
    Map<DepositId, Versioned<Deposit>> deposits,
    Map<RegistrationNo, GuaranteeId> registrations,
    Map<DeclarationNo, Set<ShipmentId>> bearers) {

  /** Copies the maps. */
  public Found {
    shipments = Map.copyOf(shipments);
    deposits = Map.copyOf(deposits);
    registrations = Map.copyOf(registrations);
    bearers = Map.copyOf(bearers);
  }
}
