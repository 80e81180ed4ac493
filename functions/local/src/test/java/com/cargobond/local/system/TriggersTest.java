package com.cargobond.local.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cargobond.local.embedded.EmbeddedQueues;
import com.cargobond.local.embedded.LocalClients;
import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.deployment.MessageQueue;
import com.cargobond.store.deployment.Trigger;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Each function is run by what the list says, on this machine as in a deployment. */
class TriggersTest {

  private static final Duration NEVER = Duration.ofDays(1);
  private static final Duration SOON = Duration.ofMillis(100);

  private final List<String> calls = new CopyOnWriteArrayList<>();

  @Test
  void each_function_is_run_by_the_queues_the_dead_letters_and_the_clock_that_the_list_names() {
    Stream<String> messages =
        Arrays.stream(MessageQueue.values())
            .flatMap(queue -> EventFunction.fedBy(queue).map(to -> to + " " + queue).stream());
    Stream<String> deadLetters =
        runBy(Trigger.DeadLetters.class)
            .flatMap(
                to -> Arrays.stream(MessageQueue.values()).map(queue -> to + " DEAD-" + queue));
    Stream<String> runs = runBy(Trigger.Schedule.class).map(function -> function + " ");

    running(
        Optional.empty(),
        SOON,
        sqs -> {
          for (MessageQueue queue : MessageQueue.values()) {
            send(sqs, queue.name(""), queue.name());
            send(sqs, queue.deadLetterName(""), "DEAD-" + queue);
          }
          awaitCalls(Stream.of(messages, deadLetters, runs).flatMap(calls -> calls).toList());
        });
  }

  @Test
  void who_may_be_called_is_called_by_its_name() {
    assertThat(functions().forCallers().keySet())
        .containsExactlyInAnyOrderElementsOf(
            runBy(Trigger.Callers.class).map(EventFunction::functionName).toList());
  }

  @Test
  void what_an_earlier_version_left_in_the_refund_orders_of_kept_data_is_paid(@TempDir Path data) {
    try (EmbeddedQueues earlier = EmbeddedQueues.in(data.resolve("queues"));
        SqsClient sqs = LocalClients.sqs(earlier.endpoint())) {
      QueueSetup.create(sqs, "");
      sqs.deleteQueue(
          delete -> delete.queueUrl(Queues.url(sqs, MessageQueue.PAYMENT_ORDERS.name(""))));
      send(sqs, "refund-orders.fifo", "RF-1");
    }

    running(
        Optional.of(data),
        NEVER,
        sqs -> {
          awaitCalls(List.of("PAY RF-1"));
          await().until(() -> Queues.isEmpty(sqs, MessageQueue.REFUND_ORDERS));
        });
  }

  private interface Step {
    void on(SqsClient sqs);
  }

  private void running(Optional<Path> data, Duration scheduleInterval, Step step) {
    try (EmbeddedParts parts = EmbeddedParts.start(data);
        SqsClient sqs = LocalClients.sqs(parts.queues());
        Triggers triggers = Triggers.start(parts, sqs, functions(), 1, scheduleInterval)) {
      step.on(sqs);
    }
  }

  private void awaitCalls(List<String> expected) {
    assertThat(expected).isNotEmpty();
    await().untilAsserted(() -> assertThat(calls).containsAll(expected));
    assertThat(calls).allMatch(expected::contains);
  }

  private static Stream<EventFunction> runBy(Class<? extends Trigger> trigger) {
    return Arrays.stream(EventFunction.values())
        .filter(function -> function.triggers().stream().anyMatch(trigger::isInstance));
  }

  /** Functions that do nothing but note what each message said. */
  private Functions functions() {
    return (function, event) -> {
      JsonNode records = json(event).path("records");
      if (records.isEmpty()) {
        calls.add(function + " ");
      }
      records.forEach(record -> calls.add(function + " " + record.path("body").asText()));
      return "{}".getBytes(UTF_8);
    };
  }

  private static JsonNode json(byte[] event) {
    try {
      return new ObjectMapper().readTree(event);
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  private static void send(SqsClient sqs, String queue, String body) {
    String url = Queues.url(sqs, queue);
    sqs.sendMessage(
        send ->
            send.queueUrl(url).messageBody(body).messageGroupId("G").messageDeduplicationId(body));
  }
}
