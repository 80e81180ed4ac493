package com.cargobond.store.dynamo;

import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.demanded;
import static com.cargobond.domain.fixture.AnEvent.departed;
import static com.cargobond.domain.fixture.AnEvent.paid;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.ledger.QuarantineCode;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.deployment.MessageQueue;
import com.cargobond.store.ledger.EventFields;
import com.cargobond.store.ledger.EventLedger;
import com.cargobond.store.ledger.ExceptionFilter;
import com.cargobond.store.ledger.ExceptionLedger;
import com.cargobond.store.ledger.OpenException;
import com.cargobond.store.ledger.OpenException.Content;
import com.cargobond.store.shipment.ShipmentLedger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows that earlier versions wrote are read, and seen to, like others. */
class EarlierRowsTest {

  private static final Instant AT = Instant.parse("2026-07-02T00:00:00Z");
  private static final OpenException QUARANTINED =
      OpenException.quarantined(
          paid("1.00").accepted(),
          Shipment.KIND.ref(paid("1.00").event().shipment().toString()),
          QuarantineCode.ID_REUSED,
          AT);

  private static final RegistrationNo NUMBER = new RegistrationNo("REG-1");

  private final DynamoDbClient client = LocalDynamo.client();
  private final String prefix = LocalDynamo.newPrefix();
  private ExceptionLedger exceptions;
  private DynamoLedger ledger;

  @BeforeEach
  void begin() {
    LedgerTables.create(client, prefix);
    ledger = new DynamoLedger(client, prefix);
    exceptions = new ExceptionLedger(ledger);
    writeAsEarlier(QUARANTINED);
  }

  @Test
  void an_exception_that_was_written_without_a_count_stands_for_one_matter() {
    assertThat(exceptions.list(ExceptionFilter.ALL, 10, Optional.empty()).items())
        .containsExactly(QUARANTINED);
    assertThat(exceptions.find(QUARANTINED.id()).count()).isEqualTo(1);
  }

  @Test
  void an_exception_that_was_written_without_a_count_is_closed() {
    exceptions.close(QUARANTINED.id(), "ops-1", "asked the sender", AT);

    assertThat(exceptions.list(ExceptionFilter.ALL, 10, Optional.empty()).items()).isEmpty();
  }

  @Test
  void an_exception_that_was_written_without_a_count_is_sent_again() {
    exceptions.resend(
        QUARANTINED.id(),
        "ops-1",
        event -> new Content.Message(MessageQueue.CARGO_EVENTS, "LANE", event.event().id()),
        AT);

    assertThat(exceptions.list(ExceptionFilter.ALL, 10, Optional.empty()).items()).isEmpty();
  }

  @Test
  void a_shipment_that_was_written_by_earlier_rules_is_listed_with_its_next_write() {
    EventLedger events = new EventLedger(ledger);
    String shipment = declared("1.00").event().shipment().toString();
    events.apply(
        List.of(
            declared("100.00").accepted(),
            demanded("1.00").declaration("223320261000000132").accepted(),
            paid("1.00").notice("TN-9").accepted()));
    withoutWhatFollows(shipment);
    assertThat(new ShipmentLedger(ledger).refused(NUMBER, 10, Optional.empty()).items()).isEmpty();

    events.apply(List.of(departed().accepted()));

    assertThat(new ShipmentLedger(ledger).refused(NUMBER, 10, Optional.empty()).items())
        .extracting(Object::toString)
        .containsExactly(shipment);
    assertThat(ledger.deadlines(LocalDate.parse("2026-04-01"), 10, Optional.empty()).items())
        .extracting(deadline -> deadline.subject().id())
        .containsExactly(shipment);
    assertThat(exceptions.list(ExceptionFilter.ALL, 10, Optional.empty()).items())
        .extracting(OpenException::code)
        .contains("DEMAND_UNMATCHED");
  }

  /** As a version left it that knew nothing of refusals and of what waits. */
  private void withoutWhatFollows(String shipment) {
    client.updateItem(
        update ->
            update
                .tableName(LedgerTable.SHIPMENTS.name(prefix))
                .key(Map.of(LedgerTable.PARTITION_KEY, AttributeValue.fromS(shipment)))
                .updateExpression("REMOVE #rules")
                .expressionAttributeNames(Map.of("#rules", "rules")));
    delete(
        LedgerTable.GUARANTEES, "REFUSED#REG-1#" + Math.floorMod(shipment.hashCode(), 8), shipment);
    ledger
        .deadlines(LocalDate.parse("2099-01-01"), 10, Optional.empty())
        .items()
        .forEach(
            deadline ->
                delete(
                    LedgerTable.GUARANTEES,
                    "DEADLINES#" + Math.floorMod(deadline.subject().id().hashCode(), 16),
                    deadline.toString()));
    exceptions.list(ExceptionFilter.ALL, 10, Optional.empty()).items().stream()
        .map(OpenException::id)
        .forEach(id -> delete(LedgerTable.EXCEPTIONS, open(id), id));
  }

  private void delete(LedgerTable table, String partition, String sort) {
    client.deleteItem(
        item ->
            item.tableName(table.name(prefix))
                .key(
                    Map.of(
                        LedgerTable.PARTITION_KEY,
                        AttributeValue.fromS(partition),
                        LedgerTable.SORT_KEY,
                        AttributeValue.fromS(sort))));
  }

  /** As a version wrote it that counted nothing and kept with the entry what was set aside. */
  private void writeAsEarlier(OpenException exception) {
    Map<String, AttributeValue> item =
        new HashMap<>(
            Map.of(
                "pk", AttributeValue.fromS(open(exception.id())),
                "sk", AttributeValue.fromS(exception.id()),
                "kind", AttributeValue.fromS(exception.kind()),
                "subject", AttributeValue.fromS(exception.subject()),
                "code", AttributeValue.fromS(exception.code()),
                "reference", AttributeValue.fromS(exception.reference()),
                "detail", AttributeValue.fromS(exception.detail().orElseThrow()),
                "since", AttributeValue.fromS(exception.since().toString())));
    Content.Event content = (Content.Event) exception.content().orElseThrow();
    item.put("event", PlainData.attribute(EventFields.of(content.event()).toMap()));
    client.putItem(put -> put.tableName(LedgerTable.EXCEPTIONS.name(prefix)).item(item));
  }

  private static String open(String id) {
    return "OPEN#" + Math.floorMod(id.hashCode(), 16);
  }
}
