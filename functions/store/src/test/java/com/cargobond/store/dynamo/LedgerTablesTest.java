package com.cargobond.store.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.ledger.OpenException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            table.sortKey().map(sort -> List.of("pk", sort)).orElse(List.of("pk")));
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

  @Test
  void the_exceptions_of_an_earlier_version_are_found_by_age() {
    String table = LedgerTable.EXCEPTIONS.name(prefix);
    client.createTable(LedgerTables.withoutIndex(LedgerTable.EXCEPTIONS, table).build());
    OpenException kept = OpenException.unpublished("m-1", "{}", Instant.EPOCH);
    client.putItem(
        put ->
            put.tableName(table)
                .item(
                    Map.of(
                        "pk", text("OPEN#" + Math.floorMod(kept.id().hashCode(), 16)),
                        "sk", text(kept.id()),
                        "kind", text(kept.kind()),
                        "subject", text(kept.subject()),
                        "code", text(kept.code()),
                        "reference", text(kept.reference()),
                        "detail", text(kept.detail().orElseThrow()),
                        "since", text(kept.since().toString()))));

    LedgerTables.create(client, prefix);

    assertThat(new DynamoLedger(client, prefix).openExceptions(Optional.empty()))
        .containsExactly(kept);
    assertThat(client.listTablesPaginator().tableNames())
        .filteredOn(name -> name.startsWith(table))
        .containsExactly(table);
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private TableDescription describe(LedgerTable table) {
    return client.describeTable(describe -> describe.tableName(table.name(prefix))).table();
  }
}
