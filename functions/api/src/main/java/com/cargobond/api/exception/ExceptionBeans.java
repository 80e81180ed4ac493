package com.cargobond.api.exception;

import com.cargobond.api.frame.request.DeclaredCalls;
import com.cargobond.api.frame.request.DeclaredCalls.Call;
import com.cargobond.store.ledger.ExceptionLedger;
import com.cargobond.store.ledger.Ledger;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;

/** Open exceptions on the ledger, and what their calls take. */
@Singleton
class ExceptionBeans {

  @Produces
  @Singleton
  ExceptionLedger exceptionLedger(Ledger ledger) {
    return new ExceptionLedger(ledger);
  }

  @Produces
  @Singleton
  DeclaredCalls calls() {
    return new DeclaredCalls(
        Map.of(
            new Call(ExceptionsResource.class, "list"),
            Set.of("limit", "after", "kind", "code", "capability"),
            new Call(ExceptionsResource.class, "contents"),
            Set.of("after")),
        Set.of(new Call(ExceptionsResource.class, "resend")));
  }
}
