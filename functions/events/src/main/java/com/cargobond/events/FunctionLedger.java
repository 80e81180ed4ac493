package com.cargobond.events;

import com.cargobond.store.dynamo.DynamoLedger;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The ledger that all functions of one process share. */
@Singleton
class FunctionLedger {

  private final DynamoLedger ledger;

  FunctionLedger(
      DynamoDbClient client,
      @ConfigProperty(name = "cargobond.table-prefix") Optional<String> tablePrefix) {
    this.ledger = new DynamoLedger(client, tablePrefix.orElse(""));
  }

  DynamoLedger get() {
    return ledger;
  }
}
