package com.cargobond.events.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.ledger.EventLedger;
import com.cargobond.store.ledger.ExceptionLedger;
import com.cargobond.store.ledger.OpenException;
import com.cargobond.store.ledger.OpenException.Content;
import com.cargobond.store.ledger.SetAside;
import com.cargobond.store.memory.InMemoryLedger;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the messages of a group when one of them cannot be read, or not be applied. */
class ApplyEventsTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-07-01T00:00:00Z"));

  private final InMemoryLedger ledger = new InMemoryLedger();
  private final ExceptionLedger exceptions = new ExceptionLedger(ledger);
  private ApplyEvents function = function(new UnreadableMessages(exceptions, CLOCK));

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "[]", "7", "{}", "{\"type\": \"nothing\"}"})
  void what_can_never_be_read_is_set_aside_at_once_and_what_follows_is_applied(String poison) {
    assertThat(
            deliver(
                message("m-1", AnEvent.departed()),
                message("m-2", poison),
                message("m-3", AnEvent.arrived())))
        .isEmpty();

    assertThat(applied()).containsExactly("cargo.departed.v1", "cargo.arrived.v1");
    OpenException entry = listed().getFirst();
    assertThat(entry.code()).isEqualTo("UNREADABLE");
    assertThat(entry.reference()).isEqualTo("m-2");
    assertThat(contents(entry))
        .extracting(aside -> ((Content.Message) aside.content()).body())
        .containsExactly(poison);
  }

  @Test
  void the_same_message_delivered_twice_is_set_aside_once() {
    deliver(message("m-1", "{"), message("m-2", "{"));
    deliver(message("m-1", "{"));

    assertThat(listed()).extracting(OpenException::count).containsExactly(2);
    assertThat(contents(listed().getFirst())).hasSize(2);
  }

  @Test
  void what_cannot_be_set_aside_waits_and_all_that_follows_it() {
    function = function(new UnreadableMessages(new ExceptionLedger(null), CLOCK));

    assertThat(
            deliver(
                message("m-1", AnEvent.departed()),
                message("m-2", "{"),
                message("m-3", AnEvent.arrived())))
        .containsExactly("m-2", "m-3");

    assertThat(applied()).containsExactly("cargo.departed.v1");
  }

  @Test
  void what_follows_an_event_that_fails_is_not_applied_before_it_though_it_can_be_read() {
    // Says nothing of when it was sent: that is no fault of what it says.
    SQSMessage failing = message("m-1", AnEvent.departed());
    failing.setAttributes(Map.of("MessageGroupId", "G", "ApproximateReceiveCount", "1"));

    assertThat(deliver(failing, message("m-2", "{"), message("m-3", AnEvent.arrived())))
        .containsExactly("m-1", "m-2", "m-3");

    assertThat(applied()).isEmpty();
    assertThat(listed()).isEmpty();
  }

  private ApplyEvents function(UnreadableMessages unreadable) {
    return new ApplyEvents(new EventLedger(ledger), unreadable, new EventLog());
  }

  private List<String> deliver(SQSMessage... messages) {
    SQSEvent batch = new SQSEvent();
    batch.setRecords(Arrays.asList(messages));
    return function.applyEvents(batch).getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private static SQSMessage message(String id, AnEvent event) {
    try {
      return message(id, new ObjectMapper().writeValueAsString(event.event().toCloudEvent()));
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static SQSMessage message(String id, String body) {
    SQSMessage message = new SQSMessage();
    message.setMessageId(id);
    message.setBody(body);
    message.setAttributes(
        Map.of(
            "MessageGroupId",
            "G",
            "ApproximateReceiveCount",
            "1",
            "SentTimestamp",
            "1780000000000"));
    return message;
  }

  private List<String> applied() {
    ShipmentId shipment = AnEvent.departed().event().shipment();
    return ledger.read(Shipment.KIND, shipment.toString()).value().history().stream()
        .map(recorded -> recorded.event().type().wireName())
        .toList();
  }

  private List<OpenException> listed() {
    return ledger.openExceptions(Optional.empty()).toList();
  }

  private List<SetAside> contents(OpenException entry) {
    return exceptions.setAside(entry, 10, Optional.empty()).items();
  }
}
