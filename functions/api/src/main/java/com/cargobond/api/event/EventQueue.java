package com.cargobond.api.event;

import com.cargobond.domain.event.Fingerprint;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.store.deployment.MessageQueue;
import com.cargobond.store.ledger.OpenException.Content;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.aws.sqs.SqsOutboundMetadata;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;
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
  private final QueueBatches batches;
  private final OperatorProfiles operators;
  private final ObjectMapper json;

  EventQueue(
      @Channel("cargo-events")
          @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = WAITING_MAX)
          MutinyEmitter<String> cargoEvents,
      QueueBatches batches,
      OperatorProfiles operators,
      ObjectMapper json) {
    this.cargoEvents = cargoEvents;
    this.batches = batches;
    this.operators = operators;
    this.json = json;
  }

  /** Completes when the queue has the event durably. */
  Uni<Void> send(ShipmentEvent event) {
    QueuedMessage message = queued(event);
    SqsOutboundMetadata metadata =
        SqsOutboundMetadata.builder()
            .groupId(message.group())
            .deduplicationId(message.deduplicationId())
            .build();
    return cargoEvents.sendMessage(Message.of(message.body(), Metadata.of(metadata)));
  }

  /**
   * Sends events in their order, as many at once as SQS takes.
   *
   * @return of each whether the queue has it durably
   */
  List<Boolean> send(List<ShipmentEvent> events) {
    return batches.send(events.stream().map(this::queued).toList());
  }

  private QueuedMessage queued(ShipmentEvent event) {
    return new QueuedMessage(
        event.key(),
        operators.get(event.shipment().operator()).messageGroup(event.shipment()),
        Fingerprint.of(event.key(), event.fingerprint()),
        write(event.toCloudEvent()));
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
