package com.cargobond.api;

import com.cargobond.store.ledger.ExceptionLedger;
import com.cargobond.store.ledger.OpenException;


import com.cargobond.domain.deposit.LoneApproval;
import com.cargobond.domain.input.InvalidInput;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;

/** Keeps for a person what was to be approved by fewer than two officers. */
@Singleton
class LoneApprovals {

  private final ExceptionLedger desk;
  private final EventOwners owners;
  private final Clock clock;

  LoneApprovals(ExceptionLedger desk, EventOwners owners, Clock clock) {
    this.desk = desk;
    this.owners = owners;
    this.clock = clock;
  }

  /**
   * Keeps it, if that is what is wrong.
   *
   * @throws com.cargobond.store.BusyLedger if it could not be kept
   */
  void keep(Map<String, Object> cloudEvent, InvalidInput invalid, Caller caller) {
    LoneApproval.in(cloudEvent, invalid)
        .map(
            approval ->
                OpenException.of(
                    approval,
                    owners.isHeardOn(approval.deposit(), caller),
                    caller.name(),
                    clock.instant()))
        .ifPresent(exception -> desk.open(exception, caller.name()));
  }
}
