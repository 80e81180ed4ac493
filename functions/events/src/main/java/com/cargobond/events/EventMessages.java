package com.cargobond.events;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Reads queue messages: a CloudEvent each, received when the queue accepted it. */
final class EventMessages {

  /** Made when the executable is built, with all that it needs to read. */
  private static final ObjectReader OBJECT = new ObjectMapper().readerForMapOf(Object.class);

  private static final String SENT_MILLIS = "SentTimestamp";

  private EventMessages() {}

  /**
   * The event in the message.
   *
   * @throws UncheckedIOException if the body is not a JSON object
   * @throws InvalidInput if it is no valid event
   */
  static ReceivedEvent decode(SQSMessage message) {
    long sentMillis = Long.parseLong(message.getAttributes().get(SENT_MILLIS));
    return decode(message.getBody(), Instant.ofEpochMilli(sentMillis));
  }

  static ReceivedEvent decode(String body, Instant receivedAt) {
    try {
      return new ReceivedEvent(ShipmentEvent.reread(OBJECT.readValue(body)), receivedAt);
    } catch (JsonProcessingException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }
}
