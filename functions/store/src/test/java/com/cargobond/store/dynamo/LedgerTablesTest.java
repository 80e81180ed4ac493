package com.cargobond.store.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

class LedgerTablesTest {

  private final DynamoDbClient client = LocalDynamo.client();
  private final String prefix = LocalDynamo.newPrefix();

  @ParameterizedTest
  @EnumSource(LedgerTable.class)
  void are_created_as_they_are_declared(LedgerTable table) {
    LedgerTables.create(client, prefix);

    TableDescription made = describe(table);
    assertThat(made.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
    assertThat(made.keySchema())
        .extracting(KeySchemaElement::attributeName)
        .containsExactlyElementsOf(
            table
                .sortKey()
                .map(sort -> java.util.List.of("pk", sort))
                .orElse(java.util.List.of("pk")));
    if (table.streamed()) {
      assertThat(made.streamSpecification().streamViewType()).isEqualTo(StreamViewType.NEW_IMAGE);
    } else {
      assertThat(made.streamSpecification()).isNull();
    }
    TimeToLiveDescription expiry =
        client
            .describeTimeToLive(describe -> describe.tableName(table.name(prefix)))
            .timeToLiveDescription();
    assertThat(expiry.timeToLiveStatus() == TimeToLiveStatus.ENABLED).isEqualTo(table.expiring());
  }

  @Test
  void are_left_alone_where_they_exist() {
    LedgerTables.create(client, prefix);
    Map<String, AttributeValue> item = Map.of("pk", AttributeValue.fromS("kept"));
    client.putItem(put -> put.tableName(LedgerTable.DEPOSITS.name(prefix)).item(item));

    LedgerTables.create(client, prefix);

    assertThat(
            client
                .getItem(get -> get.tableName(LedgerTable.DEPOSITS.name(prefix)).key(item))
                .item())
        .isEqualTo(item);
  }

  private TableDescription describe(LedgerTable table) {
    return client.describeTable(describe -> describe.tableName(table.name(prefix))).table();
  }
}
