package com.cargobond.store.dynamo;

import com.cargobond.store.deployment.LedgerTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/**
 * The index that sorts a partition by age, where nothing else deploys it. DynamoDB Local never ends
 * to add an index to a table that is there, so such a table is made anew: its items lie in a second
 * table meanwhile, so that a process may die at any moment of that.
 */
final class AgeIndex {

  private static final String MEANWHILE = "-without-index";

  private AgeIndex() {}

  static GlobalSecondaryIndex by(String ageKey) {
    return GlobalSecondaryIndex.builder()
        .indexName(LedgerTable.BY_AGE)
        .keySchema(
            KeySchemaElement.builder()
                .attributeName(LedgerTable.PARTITION_KEY)
                .keyType(KeyType.HASH)
                .build(),
            KeySchemaElement.builder().attributeName(ageKey).keyType(KeyType.RANGE).build())
        .projection(all -> all.projectionType(ProjectionType.ALL))
        .build();
  }

  /** Whether an earlier version made the table without the index. */
  static boolean isMissing(DynamoDbClient client, LedgerTable table, String name) {
    return table.ageKey().isPresent()
        && !client
            .describeTable(describe -> describe.tableName(name))
            .table()
            .hasGlobalSecondaryIndexes();
  }

  /** Moves the items aside and the table away. */
  static void moveAside(DynamoDbClient client, LedgerTable table, String name) {
    if (!exists(client, name + MEANWHILE)) {
      client.createTable(LedgerTables.withoutIndex(table, name + MEANWHILE).build());
      client.waiter().waitUntilTableExists(describe -> describe.tableName(name + MEANWHILE));
    }
    copy(client, name, name + MEANWHILE);
    client.deleteTable(delete -> delete.tableName(name));
    client.waiter().waitUntilTableNotExists(describe -> describe.tableName(name));
  }

  /** Moves back what was moved aside, if anything was. */
  static void moveBack(DynamoDbClient client, String name) {
    if (exists(client, name + MEANWHILE)) {
      copy(client, name + MEANWHILE, name);
      client.deleteTable(delete -> delete.tableName(name + MEANWHILE));
    }
  }

  private static void copy(DynamoDbClient client, String from, String to) {
    client
        .scanPaginator(scan -> scan.tableName(from))
        .items()
        .forEach(item -> client.putItem(put -> put.tableName(to).item(item)));
  }

  private static boolean exists(DynamoDbClient client, String name) {
    try {
      client.describeTable(describe -> describe.tableName(name));
      return true;
    } catch (ResourceNotFoundException none) {
      return false;
    }
  }
}
