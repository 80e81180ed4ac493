package com.cargobond.store.dynamo;

import com.cargobond.store.deployment.LedgerTable;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What stands in the tables of a deployment, a line for each item, with the type of each value. */
public final class StoredItems {

  private StoredItems() {}

  /** All items, in the order of table and key. */
  public static List<String> of(DynamoDbClient client, String prefix) {
    return Arrays.stream(LedgerTable.values())
        .flatMap(
            table ->
                client.scanPaginator(scan -> scan.tableName(table.name(prefix))).items().stream()
                    .map(item -> table.name("") + " " + text(AttributeValue.fromM(item))))
        .sorted()
        .toList();
  }

  private static String text(AttributeValue value) {
    return switch (value.type()) {
      case S -> quoted(value.s());
      case N -> value.n();
      case BOOL -> value.bool().toString();
      case NUL -> "null";
      case B -> "b" + quoted(HexFormat.of().formatHex(value.b().asByteArray()));
      case L ->
          value.l().stream().map(StoredItems::text).collect(Collectors.joining(",", "[", "]"));
      case M -> fields(value.m());
      default -> throw new IllegalStateException("no item holds a " + value.type());
    };
  }

  /** Of a map, whose order DynamoDB does not keep; the keys of the item come first. */
  private static String fields(Map<String, AttributeValue> fields) {
    return new TreeMap<>(fields)
        .entrySet().stream()
            .map(field -> quoted(field.getKey()) + ":" + text(field.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
