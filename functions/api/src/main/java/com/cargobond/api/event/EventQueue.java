package com.cargobond.api.event;

import com.cargobond.domain.event.Fingerprint;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.store.deployment.MessageQueue;
import com.cargobond.store.guarantee.OperatorProfile;
import com.cargobond.store.ledger.OpenException.Content;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.aws.sqs.SqsOutboundMetadata;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Puts admitted events into the queue, in the message group of their operator's lane. */
@Singleton
public class EventQueue {

  /** Bounds what waits to be sent; more is answered with "try again". */
  private static final int WAITING_MAX = 4096;

  private final MutinyEmitter<String> cargoEvents;
  private final OperatorProfiles operators;
  private final ObjectMapper json;

  EventQueue(
      @Channel("cargo-events")
          @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = WAITING_MAX)
          MutinyEmitter<String> cargoEvents,
      OperatorProfiles operators,
      ObjectMapper json) {
    this.cargoEvents = cargoEvents;
    this.operators = operators;
    this.json = json;
  }

  /** Completes when the queue has the event durably. */
  Uni<Void> send(ShipmentEvent event) {
    OperatorProfile operator = operators.get(event.shipment().operator());
    SqsOutboundMetadata metadata =
        SqsOutboundMetadata.builder()
            .groupId(operator.messageGroup(event.shipment()))
            .deduplicationId(Fingerprint.of(event.key(), event.fingerprint()))
            .build();
    return cargoEvents.sendMessage(Message.of(write(event.toCloudEvent()), Metadata.of(metadata)));
  }

  /** The event as a message of this queue, in the group that it would be sent to. */
  public Content.Message message(Content.Event content) {
    ShipmentEvent event = content.event();
    return new Content.Message(
        MessageQueue.CARGO_EVENTS,
        operators.get(event.shipment().operator()).messageGroup(event.shipment()),
        write(event.toCloudEvent()));
  }

  private String write(Map<String, Object> cloudEvent) {
    try {
      return json.writeValueAsString(cloudEvent);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
