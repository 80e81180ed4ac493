package com.cargobond.store.dynamo;

import static com.cargobond.domain.fixture.AnEvent.paid;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.ledger.Outcome.QuarantineReason;
import com.cargobond.store.ExceptionDesk;
import com.cargobond.store.ExceptionFilter;
import com.cargobond.store.MessageQueue;
import com.cargobond.store.OpenException;
import com.cargobond.store.OpenException.Content;
import java.time.Instant;
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
      OpenException.quarantined(paid("1.00").accepted(), QuarantineReason.ID_REUSED);

  private final DynamoDbClient client = LocalDynamo.client();
  private final String prefix = LocalDynamo.newPrefix();
  private ExceptionDesk desk;
  private DynamoLedger ledger;

  @BeforeEach
  void begin() {
    LedgerTables.create(client, prefix);
    ledger = new DynamoLedger(client, prefix);
    desk = new ExceptionDesk(ledger);
    desk.open(QUARANTINED, "test");
    withoutCount(QUARANTINED.id());
  }

  @Test
  void an_exception_that_was_written_without_a_count_stands_for_one_matter() {
    assertThat(desk.list(ExceptionFilter.ALL, 10, Optional.empty()).items())
        .containsExactly(QUARANTINED);
    assertThat(desk.find(QUARANTINED.id()).count()).isEqualTo(1);
  }

  @Test
  void an_exception_that_was_written_without_a_count_is_closed() {
    desk.close(QUARANTINED.id(), "ops-1", "asked the sender", AT);

    assertThat(desk.list(ExceptionFilter.ALL, 10, Optional.empty()).items()).isEmpty();
  }

  @Test
  void an_exception_that_was_written_without_a_count_is_sent_again() {
    desk.resend(
        QUARANTINED.id(),
        "ops-1",
        event -> new Content.Message(MessageQueue.CARGO_EVENTS, "LANE", event.event().id()),
        AT);

    assertThat(desk.list(ExceptionFilter.ALL, 10, Optional.empty()).items()).isEmpty();
  }

  private void withoutCount(String id) {
    client.updateItem(
        update ->
            update
                .tableName(LedgerTable.EXCEPTIONS.name(prefix))
                .key(
                    Map.of(
                        LedgerTable.PARTITION_KEY,
                        AttributeValue.fromS(ExceptionRow.partitionKey(ExceptionRow.partition(id))),
                        Rows.SORT_KEY,
                        AttributeValue.fromS(id)))
                .updateExpression("REMOVE #count")
                .expressionAttributeNames(Map.of("#count", ExceptionRow.COUNT)));
  }
}
