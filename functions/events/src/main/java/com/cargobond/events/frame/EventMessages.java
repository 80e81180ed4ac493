package com.cargobond.events.frame;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.cargobond.domain.capability.Capabilities;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reads queue messages: a CloudEvent each, received when the queue accepted it. */
public final class EventMessages {

  /** Made when the executable is built, with all that it needs to read. */
  private static final ObjectReader OBJECT = new ObjectMapper().readerForMapOf(Object.class);

  private static final String SENT_MILLIS = "SentTimestamp";

  private EventMessages() {}

  /**
   * The event in the message.
   *
   * @throws Unreadable if the body is not a JSON object, or no valid event
   */
  static ReceivedEvent decode(SQSMessage message) {
    long sentMillis = Long.parseLong(message.getAttributes().get(SENT_MILLIS));
    return decode(message.getBody(), Instant.ofEpochMilli(sentMillis));
  }

  /**
   * The event in a body.
   *
   * @param receivedAt when the queue accepted it
   * @throws Unreadable if the body is not a JSON object, or no valid event
   */
  public static ReceivedEvent decode(String body, Instant receivedAt) {
    try {
      Map<String, Object> cloudEvent = OBJECT.readValue(body);
      if (cloudEvent == null) {
        throw new InvalidInput(List.of(new Violation("", "must be a JSON object")));
      }
      return new ReceivedEvent(Capabilities.ALL.events().reread(cloudEvent), receivedAt);
    } catch (JsonProcessingException | InvalidInput never) {
      throw new Unreadable(never);
    }
  }
}
