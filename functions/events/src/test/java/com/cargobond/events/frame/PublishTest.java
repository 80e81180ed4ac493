package com.cargobond.events.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.events.frame.OutboxBatch.Change;
import com.cargobond.events.frame.OutboxBatch.Item;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each item of the outbox goes where it belongs. */
class PublishTest {

  private final RecordingSqs sqs = new RecordingSqs();
  private final Publish publish =
      new Publish(new OutboxQueues(sqs, Optional.of("dev-")), new ObjectMapper());

  @Test
  void a_notice_goes_to_the_notices_in_its_shipments_group() {
    publish(inserted("1", "pk", "n-1", "type", "COVER_CONFIRMED", "shipment", "OP/HAWB-1"));

    assertThat(sqs.taken()).containsExactly("dev-notices.fifo OP/HAWB-1 n-1");
    assertThat(sqs.batches.getFirst().entries().getFirst().messageBody())
        .isEqualTo(
            """
            {"id":"n-1","type":"COVER_CONFIRMED","shipment":"OP/HAWB-1"}""");
  }

  @Test
  void a_notice_about_a_guarantee_as_a_whole_goes_in_the_guarantees_group() {
    publish(inserted("1", "pk", "n-1", "type", "GUARANTEE_EXPIRES", "guaranteeId", "G-1"));

    assertThat(sqs.taken()).containsExactly("dev-notices.fifo G-1 n-1");
  }

  @Test
  void an_order_goes_to_the_payment_orders_in_its_refunds_group() {
    publish(
        inserted(
            "1", "pk", "n-1", "type", "REFUND_DUE", "shipment", "OP/HAWB-1", "reference", "RF-1"));

    assertThat(sqs.taken()).containsExactly("dev-payment-orders.fifo RF-1 n-1");
  }

  @Test
  void what_is_sent_again_goes_where_it_came_from_as_it_was() {
    publish(
        inserted("1", "pk", "r-1", "queue", "CARGO_EVENTS", "group", "OP-0", "body", "no JSON"));

    assertThat(sqs.taken()).containsExactly("dev-cargo-events.fifo OP-0 r-1");
    assertThat(sqs.batches.getFirst().entries().getFirst().messageBody()).isEqualTo("no JSON");
  }

  @Test
  void what_expires_is_not_sent() {
    publish(new Item("REMOVE", new Change("1", null)));

    assertThat(sqs.batches).isEmpty();
  }

  @Test
  void the_stream_goes_on_at_the_first_item_that_could_not_be_sent() {
    sqs.refusedIds.add("n-9");
    sqs.refusedIds.add("o-10");

    assertThat(
            publish(
                inserted("8", "pk", "n-8", "type", "COVER_CONFIRMED", "shipment", "OP/A"),
                inserted("10", "pk", "o-10", "type", "REFUND_DUE", "reference", "RF-1"),
                inserted("9", "pk", "n-9", "type", "COVER_CONFIRMED", "shipment", "OP/B")))
        .containsExactly("9");
  }

  private List<String> publish(Item... items) {
    return publish.publish(new OutboxBatch(Arrays.asList(items))).getBatchItemFailures().stream()
        .map(failure -> failure.getItemIdentifier())
        .toList();
  }

  private static Item inserted(String sequenceNumber, String... attributes) {
    Map<String, Map<String, Object>> image = new LinkedHashMap<>();
    for (int i = 0; i < attributes.length; i += 2) {
      image.put(attributes[i], Map.of("S", attributes[i + 1]));
    }
    return new Item("INSERT", new Change(sequenceNumber, image));
  }
}
