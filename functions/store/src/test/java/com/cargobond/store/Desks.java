package com.cargobond.store;

/** Every desk on one ledger, with a clock that nobody waits for. */
record Desks(Ledger ledger, AStandingClock clock) {

  Desks(Ledger ledger) {
    this(ledger, new AStandingClock());
  }

  EventLedger events() {
    return new EventLedger(ledger, clock.backoff(), clock);
  }

  ShipmentDesk shipments() {
    return new ShipmentDesk(ledger, clock.backoff(), clock);
  }

  GuaranteeDesk guarantees() {
    return new GuaranteeDesk(ledger, clock.backoff(), clock);
  }

  DepositDesk deposits() {
    return new DepositDesk(ledger, clock.backoff());
  }

  DeadlineDesk deadlines() {
    return new DeadlineDesk(ledger, "sweep", clock.backoff(), clock);
  }

  RefusalDesk refusals() {
    return new RefusalDesk(ledger, "sweep", clock.backoff(), clock);
  }

  ExceptionDesk exceptions() {
    return new ExceptionDesk(ledger);
  }
}
