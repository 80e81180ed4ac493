package com.cargobond.store.ledger;

import com.cargobond.store.deposit.DepositLedger;
import com.cargobond.store.guarantee.GuaranteeLedger;
import com.cargobond.store.shipment.RefusalLedger;
import com.cargobond.store.shipment.ShipmentLedger;

/** What works on one ledger, each on the same clock, which nobody waits for. */
record TestLedgers(Ledger ledger, AStandingClock clock) {

  TestLedgers(Ledger ledger) {
    this(ledger, new AStandingClock());
  }

  EventLedger events() {
    return new EventLedger(ledger, clock.backoff(), clock);
  }

  ShipmentLedger shipments() {
    return new ShipmentLedger(ledger, clock.backoff(), clock);
  }

  GuaranteeLedger guarantees() {
    return new GuaranteeLedger(ledger, clock.backoff(), clock);
  }

  DepositLedger deposits() {
    return new DepositLedger(ledger, clock.backoff());
  }

  Deadlines deadlines() {
    return new Deadlines(ledger, "sweep", clock.backoff(), clock);
  }

  RefusalLedger refusals() {
    return new RefusalLedger(ledger, "sweep", clock.backoff(), clock);
  }

  ExceptionLedger exceptions() {
    return new ExceptionLedger(ledger);
  }
}
