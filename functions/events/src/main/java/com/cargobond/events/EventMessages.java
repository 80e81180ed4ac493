package com.cargobond.events;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;

/** Reads queue messages: a CloudEvent each, received when the queue accepted it. */
@ApplicationScoped
class EventMessages {

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final String SENT_MILLIS = "SentTimestamp";

  private final ObjectMapper json;

  EventMessages(ObjectMapper json) {
    this.json = json;
  }

  /**
   * The event in the message.
   *
   * @throws UncheckedIOException if the body is not a JSON object
   * @throws InvalidInput if it is no valid event
   */
  ReceivedEvent decode(SQSMessage message) {
    try {
      Map<String, Object> cloudEvent = json.readValue(message.getBody(), OBJECT);
      long sentMillis = Long.parseLong(message.getAttributes().get(SENT_MILLIS));
      return new ReceivedEvent(ShipmentEvent.read(cloudEvent), Instant.ofEpochMilli(sentMillis));
    } catch (JsonProcessingException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }
}
