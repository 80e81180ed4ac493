package com.cargobond.store.dynamo;

import com.cargobond.domain.ledger.Alias;
import com.cargobond.store.capability.StoredCapabilities;
import com.cargobond.store.ledger.Ledger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The ledger on DynamoDB. */
public final class DynamoLedger extends Ledger {

  /** Belongs to nothing. */
  private static final Alias NOTHING = Alias.of("REGISTRATION", "");

  /**
   * A ledger on the tables of one deployment.
   *
   * @param prefix before each table's name
   */
  public DynamoLedger(DynamoDbClient client, String prefix) {
    super(new DynamoItems(client, prefix), StoredCapabilities.ALL);
  }

  /**
   * Opens the connection, resolves the credentials and signs a request, so that the next call pays
   * for none of it. It reads an item that never exists.
   */
  public void connect() {
    target(NOTHING);
  }
}
