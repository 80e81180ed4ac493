package com.cargobond.events.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.events.fixture.LoggedLines;
import com.cargobond.events.frame.OutboxBatch.Change;
import com.cargobond.events.frame.OutboxBatch.Item;
import com.cargobond.store.deployment.LogField;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a deployment counts notices by: a line for each that was sent, whoever gave it. */
class PublishLogTest {

  @RegisterExtension
  private final LoggedLines<String> lines =
      LoggedLines.of(
          Publish.class, line -> MDC.get(LogField.NOTICE) + " " + MDC.get(LogField.CODE));

  private final RecordingSqs sqs = new RecordingSqs();
  private final Publish publish =
      new Publish(new OutboxQueues(sqs, Optional.of("dev-")), new ObjectMapper());

  @Test
  void a_line_names_the_notices_type_and_its_code() {
    publish(
        notice("1", "n-1", Map.of("type", "NEEDS_A_PERSON", "code", "REFUND_NEEDS_REPAIR")),
        notice("2", "n-2", Map.of("type", "GUARANTEE_OVER_COMMITTED")));

    assertThat(lines.all())
        .containsExactly("NEEDS_A_PERSON REFUND_NEEDS_REPAIR", "GUARANTEE_OVER_COMMITTED null");
  }

  @Test
  void what_will_be_handed_over_again_has_its_line_then() {
    sqs.refusedIds.add("n-2");

    publish(
        notice("1", "n-1", Map.of("type", "COVER_CONFIRMED")),
        notice("2", "n-2", Map.of("type", "COVER_REFUSED")),
        notice("3", "n-3", Map.of("type", "COVER_FORCED")));

    assertThat(lines.all()).containsExactly("COVER_CONFIRMED null");
  }

  @Test
  void a_message_that_is_sent_again_is_no_notice() {
    publish(notice("1", "r-1", Map.of("queue", "CARGO_EVENTS", "group", "OP-0", "body", "{}")));

    assertThat(lines.all()).isEmpty();
  }

  private void publish(Item... items) {
    publish.publish(new OutboxBatch(List.of(items)));
  }

  private static Item notice(String sequenceNumber, String id, Map<String, String> fields) {
    Map<String, Map<String, Object>> image = new HashMap<>();
    image.put("pk", Map.of("S", id));
    image.put("shipment", Map.of("S", "OP/HAWB-1"));
    fields.forEach((name, value) -> image.put(name, Map.of("S", value)));
    return new Item("INSERT", new Change(sequenceNumber, image));
  }
}
