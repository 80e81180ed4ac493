package com.cargobond.store.dynamo;

import com.cargobond.store.deployment.LedgerTable;
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
   * there as they are, but for an index that an earlier version did not have.
   *
   * @param prefix before each table's name
   */
  public static void create(DynamoDbClient client, String prefix) {
    for (LedgerTable table : LedgerTable.values()) {
      create(client, table, table.name(prefix));
    }
  }

  private static void create(DynamoDbClient client, LedgerTable table, String name) {
    if (isMade(client, table, name)) {
      client.waiter().waitUntilTableExists(describe -> describe.tableName(name));
      if (table.expiring()) {
        client.updateTimeToLive(
            update ->
                update
                    .tableName(name)
                    .timeToLiveSpecification(
                        expiry -> expiry.attributeName(LedgerTable.EXPIRY).enabled(true)));
      }
    } else if (AgeIndex.isMissing(client, table, name)) {
      AgeIndex.moveAside(client, table, name);
      create(client, table, name);
    }
    if (table.ageKey().isPresent()) {
      AgeIndex.moveBack(client, name);
    }
  }

  private static boolean isMade(DynamoDbClient client, LedgerTable table, String name) {
    try {
      client.createTable(request(table, name));
      return true;
    } catch (ResourceInUseException exists) {
      return false;
    }
  }

  private static CreateTableRequest request(LedgerTable table, String name) {
    CreateTableRequest.Builder request = withoutIndex(table, name);
    table
        .ageKey()
        .ifPresent(
            key -> {
              List<AttributeDefinition> attributes =
                  new ArrayList<>(request.build().attributeDefinitions());
              attributes.add(text(key));
              request.attributeDefinitions(attributes).globalSecondaryIndexes(AgeIndex.by(key));
            });
    return request.streamSpecification(table.streamed() ? newImages() : null).build();
  }

  static CreateTableRequest.Builder withoutIndex(LedgerTable table, String name) {
    List<KeySchemaElement> keys = new ArrayList<>();
    List<AttributeDefinition> attributes = new ArrayList<>();
    addKey(keys, attributes, LedgerTable.PARTITION_KEY, KeyType.HASH);
    table.sortKey().ifPresent(key -> addKey(keys, attributes, key, KeyType.RANGE));
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .keySchema(keys)
        .attributeDefinitions(attributes);
  }

  private static void addKey(
      List<KeySchemaElement> keys,
      List<AttributeDefinition> attributes,
      String name,
      KeyType type) {
    keys.add(KeySchemaElement.builder().attributeName(name).keyType(type).build());
    attributes.add(text(name));
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static StreamSpecification newImages() {
    return StreamSpecification.builder()
        .streamEnabled(true)
        .streamViewType(StreamViewType.NEW_IMAGE)
        .build();
  }
}
