package com.cargobond.events.frame;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.cargobond.domain.capability.Capabilities;
import com.cargobond.domain.ledger.NoticeType;
import com.cargobond.events.frame.OutboxBatch.Item;
import com.cargobond.store.deployment.LogField;
import com.cargobond.store.deployment.MessageQueue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Sends what the ledger put into its outbox: at least once, each message under its stable id. */
@ApplicationScoped
public class Publish {

  private static final Set<String> PAYMENT_ORDERS =
      Capabilities.ALL.notices().stream()
          .filter(NoticeType::isPaymentOrder)
          .map(NoticeType::name)
          .collect(Collectors.toSet());

  private static final Logger LOG = Logger.getLogger(Publish.class);
  private static final String NEW_ITEM = "INSERT";

  private static final String TYPE = "type";

  /** Only what is sent again says where it goes. */
  private static final String QUEUE = "queue";

  private static final List<String> FIELDS =
      List.of(
          TYPE, "shipment", "guaranteeId", "reference", LogField.CODE, "amount", "currency", "at");

  private static final List<String> LOGGED = List.of("guaranteeId", LogField.CODE);

  private final OutboxQueues queues;
  private final ObjectMapper json;

  Publish(OutboxQueues queues, ObjectMapper json) {
    this.queues = queues;
    this.json = json;
  }

  /**
   * Sends the new items: orders to pay to one queue, notices to another, and what is sent again to
   * the one that it came from; those of one group in their order.
   *
   * @return where the stream must go on: the first item that could not be sent, if any
   */
  @Funq("publish")
  public StreamsEventResponse publish(OutboxBatch batch) {
    List<Item> items =
        batch.records().stream().filter(item -> NEW_ITEM.equals(item.eventName())).toList();
    Optional<BigInteger> goOnAt = send(items);
    items.stream()
        .filter(item -> goOnAt.filter(first -> first.compareTo(position(item)) <= 0).isEmpty())
        .forEach(Publish::log);
    return new StreamsEventResponse(
        goOnAt.map(first -> new BatchItemFailure(first.toString())).stream().toList());
  }

  private Optional<BigInteger> send(List<Item> items) {
    Map<MessageQueue, List<OutboxMessage>> messages =
        items.stream()
            .collect(
                Collectors.groupingBy(
                    item -> queue(item.dynamodb().newImage()),
                    () -> new EnumMap<>(MessageQueue.class),
                    Collectors.mapping(this::message, Collectors.toList())));
    return messages.entrySet().stream()
        .flatMap(queued -> queues.get(queued.getKey()).send(queued.getValue()).stream())
        .map(OutboxMessage::sequenceNumber)
        .map(BigInteger::new)
        .min(Comparator.naturalOrder());
  }

  private static BigInteger position(Item item) {
    return new BigInteger(item.dynamodb().sequenceNumber());
  }

  /**
   * A line for each notice, whoever gave it: what the stream hands over again is not counted yet.
   */
  private static void log(Item item) {
    Map<String, Map<String, Object>> image = item.dynamodb().newImage();
    if (image.containsKey(TYPE)) {
      MDC.put(LogField.NOTICE, text(image, TYPE));
      LOGGED.stream().filter(image::containsKey).forEach(name -> MDC.put(name, text(image, name)));
      LOG.info("sent");
      MDC.remove(LogField.NOTICE);
      LOGGED.forEach(MDC::remove);
    }
  }

  private static MessageQueue queue(Map<String, Map<String, Object>> image) {
    if (image.containsKey(QUEUE)) {
      return MessageQueue.valueOf(text(image, QUEUE));
    }
    return PAYMENT_ORDERS.contains(text(image, TYPE))
        ? MessageQueue.PAYMENT_ORDERS
        : MessageQueue.NOTICES;
  }

  private OutboxMessage message(Item item) {
    Map<String, Map<String, Object>> image = item.dynamodb().newImage();
    String sequenceNumber = item.dynamodb().sequenceNumber();
    String id = text(image, "pk");
    if (image.containsKey(QUEUE)) {
      return new OutboxMessage(sequenceNumber, id, text(image, "group"), text(image, "body"));
    }
    Map<String, String> body = new LinkedHashMap<>();
    body.put("id", id);
    FIELDS.stream().filter(image::containsKey).forEach(name -> body.put(name, text(image, name)));
    String group =
        queue(image) == MessageQueue.PAYMENT_ORDERS
            ? body.get("reference")
            : body.getOrDefault("shipment", body.get("guaranteeId"));
    return new OutboxMessage(sequenceNumber, id, group, write(body));
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
