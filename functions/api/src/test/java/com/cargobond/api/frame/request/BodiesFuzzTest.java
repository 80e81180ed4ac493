package com.cargobond.api.frame.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.api.frame.answer.BodyTooLarge;
import com.cargobond.domain.capability.Capabilities;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.input.InvalidInput;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/**
 * Bodies of any bytes are read or refused, and nothing else; what is read is the same again when it
 * comes out of a queue. {@code JAZZER_FUZZ=1} searches for bytes that do otherwise.
 */
class BodiesFuzzTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonBodies bodies = new JsonBodies(JSON);

  @FuzzTest(maxDuration = "5m")
  void an_event(byte[] body) throws JsonProcessingException {
    try {
      readsTheSameAgain(Capabilities.ALL.events().read(bodies.object(body)));
    } catch (InvalidInput | BodyTooLarge refused) {
      // Told to the sender.
    }
  }

  @FuzzTest(maxDuration = "5m")
  void a_batch(byte[] body) throws JsonProcessingException {
    List<Object> events;
    try {
      events = bodies.list(body);
    } catch (InvalidInput | BodyTooLarge refused) {
      return;
    }
    for (Object event : events) {
      if (event instanceof Map<?, ?> fields) {
        an_event(JSON.writeValueAsBytes(fields));
      }
    }
  }

  private static void readsTheSameAgain(ShipmentEvent event) throws JsonProcessingException {
    @SuppressWarnings("unchecked")
    Map<String, Object> queued =
        JSON.readValue(JSON.writeValueAsString(event.toCloudEvent()), Map.class);
    ShipmentEvent again = Capabilities.ALL.events().reread(queued);
    assertThat(again.key()).isEqualTo(event.key());
    assertThat(again.fingerprint()).isEqualTo(event.fingerprint());
  }
}
