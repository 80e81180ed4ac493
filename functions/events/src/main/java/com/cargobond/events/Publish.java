package com.cargobond.events;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.cargobond.domain.ledger.NoticeType;
import com.cargobond.events.OutboxBatch.Item;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Sends what the ledger put into its outbox: at least once, each notice under its stable id. */
@ApplicationScoped
public class Publish {

  private static final String NEW_ITEM = "INSERT";
  private static final List<String> FIELDS =
      List.of("type", "shipment", "guaranteeId", "reference", "code", "amount", "currency", "at");

  private final OutboxQueues queues;
  private final ObjectMapper json;

  Publish(OutboxQueues queues, ObjectMapper json) {
    this.queues = queues;
    this.json = json;
  }

  /**
   * Sends the new items, orders to pay refunds to one queue and notices to another; those of one
   * group in their order.
   *
   * @return where the stream must go on: the first item that could not be sent, if any
   */
  @Funq("publish")
  public StreamsEventResponse publish(OutboxBatch batch) {
    List<OutboxMessage> orders = messages(batch, true, "reference");
    List<OutboxMessage> notices = messages(batch, false, "shipment");
    return new StreamsEventResponse(
        Stream.concat(
                queues.refundOrders().send(orders).stream(),
                queues.notices().send(notices).stream())
            .map(OutboxMessage::sequenceNumber)
            .min(Comparator.comparing(BigInteger::new))
            .map(BatchItemFailure::new)
            .stream()
            .toList());
  }

  private List<OutboxMessage> messages(OutboxBatch batch, boolean orders, String group) {
    return batch.records().stream()
        .filter(item -> NEW_ITEM.equals(item.eventName()))
        .filter(item -> isOrder(item.dynamodb().newImage()) == orders)
        .map(item -> message(item, group))
        .toList();
  }

  private static boolean isOrder(Map<String, Map<String, Object>> image) {
    return NoticeType.REFUND_DUE.name().equals(text(image, "type"));
  }

  private OutboxMessage message(Item item, String group) {
    Map<String, Map<String, Object>> image = item.dynamodb().newImage();
    String id = text(image, "pk");
    Map<String, String> body = new LinkedHashMap<>();
    body.put("id", id);
    FIELDS.stream().filter(image::containsKey).forEach(name -> body.put(name, text(image, name)));
    return new OutboxMessage(item.dynamodb().sequenceNumber(), id, body.get(group), write(body));
  }

  private static String text(Map<String, Map<String, Object>> image, String name) {
    return (String) image.get(name).get("S");
  }

  private String write(Map<String, String> body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
