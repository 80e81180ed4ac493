package com.cargobond.domain.capability;

import com.cargobond.domain.deposit.Deposits;
import com.cargobond.domain.event.EventTypes;
import com.cargobond.domain.guarantee.Guarantees;
import com.cargobond.domain.ledger.Capability;
import com.cargobond.domain.ledger.Code;
import com.cargobond.domain.ledger.QuarantineCode;
import com.cargobond.domain.shipment.Shipments;
import java.util.List;
import java.util.stream.Stream;

/** The one list of what the product can do. */
public final class Capabilities {

  /** All of them, in the order in which an event is offered to them. */
  public static final List<Capability> ALL =
      List.of(Guarantees.CAPABILITY, Shipments.CAPABILITY, Deposits.CAPABILITY);

  /** Every event that any of them hears. */
  public static final EventTypes EVENTS =
      new EventTypes(ALL.stream().flatMap(capability -> capability.events().stream()).toList());

  /** Every reason for which an event is set aside. */
  public static final List<Code> QUARANTINE_CODES =
      Stream.concat(
              Stream.of(QuarantineCode.values()),
              ALL.stream().flatMap(capability -> capability.quarantineCodes().stream()))
          .toList();

  private Capabilities() {}
}
