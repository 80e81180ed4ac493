package com.cargobond.domain.capability;

import com.cargobond.domain.deposit.Deposits;
import com.cargobond.domain.guarantee.Guarantees;
import com.cargobond.domain.ledger.CapabilityList;
import com.cargobond.domain.shipment.Shipments;
import java.util.List;

/** The one list of what the product can do. */
public final class Capabilities {

  /** All of them, in the order in which an event is offered to them. */
  public static final CapabilityList ALL =
      new CapabilityList(List.of(Guarantees.CAPABILITY, Shipments.CAPABILITY, Deposits.CAPABILITY));

  private Capabilities() {}
}
