package com.cargobond.events;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.cargobond.events.OutboxBatch.Item;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sends what the ledger put into its outbox: at least once, each notice under its stable id. */
@ApplicationScoped
public class Publish {

  private static final String NEW_ITEM = "INSERT";
  private static final List<String> FIELDS =
      List.of("type", "shipment", "guaranteeId", "reference", "code", "amount", "currency", "at");

  private final NoticeQueue queue;
  private final ObjectMapper json;

  Publish(NoticeQueue queue, ObjectMapper json) {
    this.queue = queue;
    this.json = json;
  }

  /**
   * Sends the new items; those of one shipment in their order.
   *
   * @return where the stream must go on: the first item that could not be sent, if any
   */
  @Funq("publish")
  public StreamsEventResponse publish(OutboxBatch batch) {
    List<OutboxNotice> notices =
        batch.records().stream()
            .filter(item -> NEW_ITEM.equals(item.eventName()))
            .map(this::notice)
            .toList();
    return new StreamsEventResponse(
        queue.send(notices).stream()
            .map(unsent -> new BatchItemFailure(unsent.sequenceNumber()))
            .toList());
  }

  private OutboxNotice notice(Item item) {
    Map<String, Map<String, Object>> image = item.dynamodb().newImage();
    String id = text(image, "pk");
    Map<String, String> body = new LinkedHashMap<>();
    body.put("id", id);
    FIELDS.stream().filter(image::containsKey).forEach(name -> body.put(name, text(image, name)));
    return new OutboxNotice(
        item.dynamodb().sequenceNumber(), id, body.get("shipment"), write(body));
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
