package com.cargobond.events;

import com.cargobond.store.dynamo.DynamoLedger;
import com.cargobond.store.dynamo.EarlyLedger;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The ledger that all functions of one process share. */
@Singleton
class FunctionLedger {

  private final DynamoLedger ledger;

  FunctionLedger(@ConfigProperty(name = "cargobond.table-prefix") Optional<String> tablePrefix) {
    this.ledger = EarlyLedger.get(tablePrefix);
  }

  DynamoLedger get() {
    return ledger;
  }
}
