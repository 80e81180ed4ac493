package com.cargobond.store.dynamo;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** Creates the ledger's tables where nothing else deploys them: on one machine and in tests. */
public final class LedgerTables {

  private LedgerTables() {}

  /**
   * Creates each table that is not there yet and waits until it can be used; leaves those that are
   * there as they are.
   *
   * @param prefix before each table's name
   */
  public static void create(DynamoDbClient client, String prefix) {
    for (LedgerTable table : LedgerTable.values()) {
      try {
        client.createTable(request(table, prefix));
      } catch (ResourceInUseException exists) {
        continue;
      }
      String name = table.name(prefix);
      client.waiter().waitUntilTableExists(describe -> describe.tableName(name));
      if (table.expiring()) {
        client.updateTimeToLive(
            update ->
                update
                    .tableName(name)
                    .timeToLiveSpecification(
                        expiry -> expiry.attributeName(LedgerTable.EXPIRY).enabled(true)));
      }
    }
  }

  private static CreateTableRequest request(LedgerTable table, String prefix) {
    List<KeySchemaElement> keys = new ArrayList<>();
    List<AttributeDefinition> attributes = new ArrayList<>();
    addKey(keys, attributes, LedgerTable.PARTITION_KEY, KeyType.HASH);
    table.sortKey().ifPresent(name -> addKey(keys, attributes, name, KeyType.RANGE));
    return CreateTableRequest.builder()
        .tableName(table.name(prefix))
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .keySchema(keys)
        .attributeDefinitions(attributes)
        .streamSpecification(table.streamed() ? newImages() : null)
        .build();
  }

  private static void addKey(
      List<KeySchemaElement> keys,
      List<AttributeDefinition> attributes,
      String name,
      KeyType type) {
    keys.add(KeySchemaElement.builder().attributeName(name).keyType(type).build());
    attributes.add(
        AttributeDefinition.builder()
            .attributeName(name)
            .attributeType(ScalarAttributeType.S)
            .build());
  }

  private static StreamSpecification newImages() {
    return StreamSpecification.builder()
        .streamEnabled(true)
        .streamViewType(StreamViewType.NEW_IMAGE)
        .build();
  }
}
