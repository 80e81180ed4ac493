package com.cargobond.store;

import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.identity.DepositId;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.shipment.Shipment;
import java.util.Map;

/**
 * What the ledger knows of what was touched.
 *
 * @param shipments every one that was asked for, with revision 0 where nothing is known of it
 * @param deposits every one that was asked for, with revision 0 where nothing is known of it
 * @param registrations the numbers that are registered
 */
public record Found(
    Map<ShipmentId, Versioned<Shipment>> shipments,
    Map<DepositId, Versioned<Deposit>> deposits,
    Map<RegistrationNo, GuaranteeId> registrations) {

  /** Copies the maps. */
  public Found {
    shipments = Map.copyOf(shipments);
    deposits = Map.copyOf(deposits);
    registrations = Map.copyOf(registrations);
  }
}
