package com.cargobond.domain.shipment;

import com.cargobond.domain.ledger.Capability;
import java.util.List;

/** Shipments as the rest knows them. */
public final class Shipments {

  /** What there is of them. */
  public static final Capability CAPABILITY =
      new Capability(
          "shipment",
          Shipment.KIND,
          List.of(ShipmentEventType.values()),
          new ShipmentRules(),
          List.of(ShipmentExceptionCode.values()),
          List.of(ShipmentQuarantineCode.values()),
          List.of(ShipmentNoticeType.values()));

  private Shipments() {}
}
