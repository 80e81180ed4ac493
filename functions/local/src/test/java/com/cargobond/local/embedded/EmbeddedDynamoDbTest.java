package com.cargobond.local.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The embedded tables: there at once, gone or kept afterwards as asked. */
class EmbeddedDynamoDbTest {

  private static final int ACCEPTED_BEFORE_THE_KILL = 100;

  private static final Map<String, AttributeValue> KEY = Map.of("id", AttributeValue.fromS("G1"));

  @Test
  void a_new_system_in_memory_has_no_tables() {
    try (EmbeddedDynamoDb server = EmbeddedDynamoDb.inMemory();
        DynamoDbClient client = LocalClients.dynamoDb(server.endpoint())) {
      assertThat(client.listTables().tableNames()).isEmpty();
    }
  }

  @Test
  void items_survive_a_restart_on_the_same_directory(@TempDir Path directory) {
    Path data = directory.resolve("with a space").resolve("tables");
    try (EmbeddedDynamoDb server = EmbeddedDynamoDb.in(data);
        DynamoDbClient client = LocalClients.dynamoDb(server.endpoint())) {
      Tables.create(client, "guarantees", "id", ScalarAttributeType.S);
      client.putItem(put -> put.tableName("guarantees").item(KEY));
    }

    try (EmbeddedDynamoDb server = EmbeddedDynamoDb.in(data);
        DynamoDbClient client = LocalClients.dynamoDb(server.endpoint())) {
      assertThat(
              client
                  .getItem(GetItemRequest.builder().tableName("guarantees").key(KEY).build())
                  .item())
          .isEqualTo(KEY);
    }
  }

  @Test
  void no_accepted_write_is_lost_when_the_process_is_killed(@TempDir Path directory)
      throws Exception {
    List<String> accepted =
        KilledProcess.acceptedBy(ItemWriter.class, directory, ACCEPTED_BEFORE_THE_KILL);

    try (EmbeddedDynamoDb server = EmbeddedDynamoDb.in(directory);
        DynamoDbClient client = LocalClients.dynamoDb(server.endpoint())) {
      List<String> kept =
          client.scanPaginator(scan -> scan.tableName(ItemWriter.TABLE)).items().stream()
              .map(item -> item.get("id").s())
              .toList();
      assertThat(kept).containsAll(accepted);
    }
  }
}
