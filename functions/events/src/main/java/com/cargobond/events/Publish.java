package com.cargobond.events;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.cargobond.events.OutboxBatch.Change;
import com.cargobond.events.OutboxBatch.Item;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.funqy.Funq;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.aws.sqs.SqsOutboundMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

/** Sends what the ledger put into its outbox: at least once, each notice under its stable id. */
@ApplicationScoped
public class Publish {

  private static final Logger LOG = Logger.getLogger(Publish.class);
  private static final Duration SEND_TIMEOUT = Duration.ofSeconds(10);
  private static final String NEW_ITEM = "INSERT";
  private static final List<String> FIELDS =
      List.of("type", "shipment", "guaranteeId", "reference", "code", "amount", "currency", "at");

  private final MutinyEmitter<String> notices;
  private final ObjectMapper json;

  Publish(@Channel("notices") MutinyEmitter<String> notices, ObjectMapper json) {
    this.notices = notices;
    this.json = json;
  }

  /**
   * Sends the new items in their order.
   *
   * @return where the stream must go on: the first item that could not be sent, if any
   */
  @Funq("publish")
  public StreamsEventResponse publish(OutboxBatch batch) {
    for (Item item : batch.records()) {
      if (NEW_ITEM.equals(item.eventName())) {
        try {
          send(item.dynamodb());
        } catch (RuntimeException failure) {
          LOG.errorf(failure, "could not publish %s", item.dynamodb().sequenceNumber());
          return new StreamsEventResponse(
              List.of(new BatchItemFailure(item.dynamodb().sequenceNumber())));
        }
      }
    }
    return new StreamsEventResponse(List.of());
  }

  private void send(Change change) {
    Map<String, String> notice = new LinkedHashMap<>();
    String id = text(change, "pk");
    notice.put("id", id);
    FIELDS.stream()
        .filter(change.newImage()::containsKey)
        .forEach(name -> notice.put(name, text(change, name)));
    SqsOutboundMetadata metadata =
        SqsOutboundMetadata.builder().groupId(notice.get("shipment")).deduplicationId(id).build();
    notices
        .sendMessage(Message.of(write(notice), Metadata.of(metadata)))
        .await()
        .atMost(SEND_TIMEOUT);
  }

  private static String text(Change change, String name) {
    return (String) change.newImage().get(name).get("S");
  }

  private String write(Map<String, String> notice) {
    try {
      return json.writeValueAsString(notice);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
