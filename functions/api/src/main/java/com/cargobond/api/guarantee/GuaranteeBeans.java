package com.cargobond.api.guarantee;

import com.cargobond.api.frame.request.DeclaredCalls;
import com.cargobond.api.frame.request.DeclaredCalls.Call;
import com.cargobond.store.guarantee.GuaranteeLedger;
import com.cargobond.store.ledger.Ledger;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;

/** Guarantees on the ledger, and what their calls take. */
@Singleton
class GuaranteeBeans {

  @Produces
  @Singleton
  GuaranteeLedger guaranteeLedger(Ledger ledger) {
    return new GuaranteeLedger(ledger);
  }

  @Produces
  @Singleton
  DeclaredCalls calls() {
    return new DeclaredCalls(
        Map.of(
            new Call(GuaranteeListResource.class, "list"),
            Set.of("registrationNo", "status", "limit", "after")),
        Set.of(
            new Call(GuaranteesResource.class, "suspend"),
            new Call(GuaranteesResource.class, "resume"),
            new Call(GuaranteesResource.class, "cancel"),
            new Call(GuaranteesResource.class, "release"),
            new Call(AmendmentsResource.class, "acceptAmendment")));
  }
}
