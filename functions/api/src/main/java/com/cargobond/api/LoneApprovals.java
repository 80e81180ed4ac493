package com.cargobond.api;

import com.cargobond.domain.event.LoneApproval;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.store.DepositDesk;
import com.cargobond.store.ExceptionDesk;
import com.cargobond.store.OpenException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;

/** Keeps for a person what was to be approved by fewer than two officers. */
@Singleton
class LoneApprovals {

  private final ExceptionDesk desk;
  private final DepositDesk deposits;
  private final Clock clock;

  LoneApprovals(ExceptionDesk desk, DepositDesk deposits, Clock clock) {
    this.desk = desk;
    this.deposits = deposits;
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
                    deposits.find(approval.deposit()).isPresent(),
                    caller.name(),
                    clock.instant()))
        .ifPresent(exception -> desk.open(exception, caller.name()));
  }
}
