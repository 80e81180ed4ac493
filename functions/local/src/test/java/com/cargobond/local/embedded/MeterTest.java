package com.cargobond.local.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What is asked of the tables is counted, and answered as if nobody counted. */
class MeterTest {

  private static final Map<String, AttributeValue> KEY = Map.of("id", AttributeValue.fromS("G1"));

  private static final Map<String, AttributeValue> OTHER_KEY =
      Map.of("id", AttributeValue.fromS("G2"));

  @Test
  void counts_calls_and_the_units_that_they_take() {
    try (EmbeddedDynamoDb server = EmbeddedDynamoDb.inMemory();
        Meter meter = new Meter(server.endpoint());
        DynamoDbClient client = LocalClients.dynamoDb(meter.endpoint())) {
      Tables.create(client, "guarantees", "id", ScalarAttributeType.S);

      client.putItem(put -> put.tableName("guarantees").item(KEY));
      Put put = Put.builder().tableName("guarantees").item(OTHER_KEY).build();
      List<TransactWriteItem> items = List.of(TransactWriteItem.builder().put(put).build());
      client.transactWriteItems(write -> write.transactItems(items));
      assertThat(client.getItem(get -> get.tableName("guarantees").key(KEY)).item()).isEqualTo(KEY);

      assertThat(units(meter, "PutItem")).isEqualTo("1");
      assertThat(units(meter, "TransactWriteItems")).isEqualTo("2");
      assertThat(units(meter, "GetItem")).isEqualTo("0.5");
      assertThat(meter.counts().get("GetItem").calls()).isEqualTo(1);
    }
  }

  private static String units(Meter meter, String operation) {
    return meter.counts().get(operation).units();
  }
}
