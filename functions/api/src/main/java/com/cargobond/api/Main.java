package com.cargobond.api;

import com.cargobond.store.dynamo.EarlyLedger;
import io.quarkus.runtime.Quarkus;

/** The entry of the executable: the ledger's connection opens while the framework starts. */
public final class Main {

  private Main() {}

  /** Serves the HTTP API. */
  public static void main(String... arguments) {
    EarlyLedger.open();
    Quarkus.run(arguments);
  }
}
