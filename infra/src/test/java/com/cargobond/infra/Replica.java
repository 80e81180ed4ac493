package com.cargobond.infra;

import com.cargobond.store.deployment.LedgerTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What global tables do, at one moment: makes one region's tables those of another. */
final class Replica {

  private Replica() {}

  static void copy(SimulatedRegion from, SimulatedRegion to, String prefix) {
    try (DynamoDbClient source = from.dynamoDb();
        DynamoDbClient target = to.dynamoDb()) {
      for (LedgerTable table : LedgerTable.values()) {
        String name = table.name(prefix);
        List<Map<String, AttributeValue>> wanted = items(source, name);
        List<Map<String, AttributeValue>> there = items(target, name);
        there.stream()
            .filter(
                item -> wanted.stream().noneMatch(one -> key(table, one).equals(key(table, item))))
            .forEach(
                item -> target.deleteItem(delete -> delete.tableName(name).key(key(table, item))));
        wanted.stream()
            .filter(item -> !there.contains(item))
            .forEach(item -> target.putItem(put -> put.tableName(name).item(item)));
      }
    }
  }

  private static List<Map<String, AttributeValue>> items(DynamoDbClient client, String table) {
    return client.scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items().stream()
        .toList();
  }

  private static Map<String, AttributeValue> key(
      LedgerTable table, Map<String, AttributeValue> item) {
    Map<String, AttributeValue> key = new HashMap<>();
    key.put(LedgerTable.PARTITION_KEY, item.get(LedgerTable.PARTITION_KEY));
    table.sortKey().ifPresent(name -> key.put(name, item.get(name)));
    return key;
  }
}
