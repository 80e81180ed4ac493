package com.cargobond.api.shipment;

import com.cargobond.api.frame.request.DeclaredCalls;
import com.cargobond.api.frame.request.DeclaredCalls.Call;
import com.cargobond.store.ledger.Ledger;
import com.cargobond.store.shipment.ShipmentLedger;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;

/** Shipments on the ledger, and what their calls take. */
@Singleton
class ShipmentBeans {

  @Produces
  @Singleton
  ShipmentLedger shipmentLedger(Ledger ledger) {
    return new ShipmentLedger(ledger);
  }

  @Produces
  @Singleton
  DeclaredCalls calls() {
    return new DeclaredCalls(
        Map.of(
            new Call(OpenHoldsResource.class, "list"), Set.of("limit", "after"),
            new Call(GuaranteeDemandsResource.class, "list"), Set.of("limit", "after")),
        Set.of(new Call(DemandsResource.class, "reimburse")));
  }
}
