package com.cargobond.local.embedded;

import java.nio.file.Path;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** A process that writes items without end and says what was accepted, until it is killed. */
final class ItemWriter {

  static final String TABLE = "guarantees";

  private static final int ITEMS_MAX = 100_000;

  private ItemWriter() {}

  public static void main(String[] arguments) {
    EmbeddedDynamoDb server = EmbeddedDynamoDb.in(Path.of(arguments[0]));
    try (DynamoDbClient client = LocalClients.dynamoDb(server.endpoint())) {
      Tables.create(client, TABLE, "id", ScalarAttributeType.S);
      for (int i = 0; i < ITEMS_MAX; i++) {
        String id = "i" + i;
        client.putItem(put -> put.tableName(TABLE).item(Map.of("id", AttributeValue.fromS(id))));
        KilledProcess.tellAccepted(id);
      }
    }
  }
}
