package com.cargobond.api.deposit;

import com.cargobond.api.frame.request.DeclaredCalls;
import com.cargobond.api.frame.request.DeclaredCalls.Call;
import com.cargobond.store.deposit.DepositLedger;
import com.cargobond.store.ledger.Ledger;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;

/** Deposits on the ledger, and what their calls take. */
@Singleton
class DepositBeans {

  @Produces
  @Singleton
  DepositLedger depositLedger(Ledger ledger) {
    return new DepositLedger(ledger);
  }

  @Produces
  @Singleton
  DeclaredCalls calls() {
    return new DeclaredCalls(
        Map.of(
            new Call(PaidRefundsResource.class, "list"),
            Set.of("from", "to", "limit", "after"),
            new Call(ApprovalsResource.class, "list"),
            Set.of("from", "to", "limit", "after")),
        Set.of());
  }
}
