package com.cargobond.store.shipment;

import com.cargobond.domain.shipment.Shipments;
import com.cargobond.store.ledger.StoredCapability;
import java.util.List;
import java.util.Optional;

/** How shipments are kept. */
public final class StoredShipments {

  /** Time speaks to them by events. */
  public static final StoredCapability CAPABILITY =
      new StoredCapability(
          Shipments.CAPABILITY, List.of(new ShipmentCodec()), Optional.of(ShipmentDays::new));

  private StoredShipments() {}
}
