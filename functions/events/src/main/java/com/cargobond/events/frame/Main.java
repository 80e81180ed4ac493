package com.cargobond.events.frame;

import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.dynamo.EarlyLedger;
import io.quarkus.runtime.Quarkus;
import java.util.Optional;

/** The entry of the executable: the ledger's connection opens while the framework starts. */
public final class Main {

  private static final String FUNCTION = "QUARKUS_FUNQY_EXPORT";

  private Main() {}

  /** Serves the function that the environment names. */
  public static void main(String... arguments) {
    Optional.ofNullable(System.getenv(FUNCTION))
        .flatMap(EventFunction::named)
        .filter(EventFunction::readsLedger)
        .ifPresent(function -> EarlyLedger.open());
    Quarkus.run(arguments);
  }
}
