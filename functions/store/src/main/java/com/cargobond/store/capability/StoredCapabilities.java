package com.cargobond.store.capability;

import com.cargobond.store.deposit.StoredDeposits;
import com.cargobond.store.guarantee.StoredGuarantees;
import com.cargobond.store.ledger.StoredCapabilityList;
import com.cargobond.store.shipment.StoredShipments;
import java.util.List;

/** The one list of what the product keeps. */
public final class StoredCapabilities {

  /** All capabilities, in the order in which an event is offered to them. */
  public static final StoredCapabilityList ALL =
      new StoredCapabilityList(
          List.of(
              StoredGuarantees.CAPABILITY, StoredShipments.CAPABILITY, StoredDeposits.CAPABILITY));

  private StoredCapabilities() {}
}
