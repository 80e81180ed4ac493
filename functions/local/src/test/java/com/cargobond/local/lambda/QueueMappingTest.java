package com.cargobond.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.cargobond.local.embedded.EmbeddedQueues;
import com.cargobond.local.embedded.FifoQueues;
import com.cargobond.local.embedded.LocalClients;
import com.cargobond.store.deployment.MessageQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A queue's messages reach a function in batches, in order, again when they fail, and not for ever.
 */
@SuppressWarnings("try") // A mapping works by being open.
class QueueMappingTest {

  private static final int RECEIVE_COUNT_MAX = 3;
  private static final SQSBatchResponse ALL_DONE = new SQSBatchResponse(List.of());

  private static final AtomicInteger QUEUES = new AtomicInteger();
  private static EmbeddedQueues server;
  private static SqsClient sqs;

  private final List<String> handled = new CopyOnWriteArrayList<>();
  private String deadLetters;
  private String queue;

  @BeforeAll
  static void start() {
    server = EmbeddedQueues.inMemory();
    sqs = LocalClients.sqs(server.endpoint());
  }

  @AfterAll
  static void stop() {
    sqs.close();
    server.close();
  }

  @BeforeEach
  void createQueues() {
    int number = QUEUES.incrementAndGet();
    deadLetters = FifoQueues.fifo(sqs, "dead-" + number + ".fifo");
    queue = FifoQueues.fifo(sqs, "events-" + number + ".fifo", deadLetters, RECEIVE_COUNT_MAX);
  }

  @Test
  void messages_carry_what_lambda_tells_a_function() {
    List<SQSMessage> seen = new CopyOnWriteArrayList<>();
    FifoQueues.send(sqs, queue, "G1#0", "hello");
    try (QueueMapping mapping =
        start(
            event -> {
              seen.addAll(event.getRecords());
              return ALL_DONE;
            })) {
      await().until(() -> !seen.isEmpty());
    }
    SQSMessage message = seen.getFirst();
    assertThat(message.getBody()).isEqualTo("hello");
    assertThat(message.getMessageId()).isNotBlank();
    assertThat(message.getReceiptHandle()).isNotBlank();
    assertThat(message.getEventSource()).isEqualTo("aws:sqs");
    assertThat(message.getEventSourceArn())
        .startsWith("arn:aws:sqs:us-east-1:000000000000:events-");
    assertThat(message.getAwsRegion()).isEqualTo("us-east-1");
    assertThat(message.getAttributes())
        .containsEntry("MessageGroupId", "G1#0")
        .containsEntry("MessageDeduplicationId", "hello")
        .containsEntry("ApproximateReceiveCount", "1")
        .containsKeys("SentTimestamp", "SequenceNumber");
  }

  @Test
  void the_order_within_a_group_is_kept_after_a_partial_failure() {
    IntStream.range(0, 15).forEach(i -> FifoQueues.send(sqs, queue, "G1#0", "m" + i));
    AtomicInteger failures = new AtomicInteger();
    try (QueueMapping mapping =
        start(
            event ->
                failFrom(event, body -> body.equals("m4") && failures.getAndIncrement() == 0))) {
      await().until(() -> handled.size() >= 15);
    }
    assertThat(handled)
        .containsExactlyElementsOf(IntStream.range(0, 15).mapToObj(i -> "m" + i).toList());
    assertThat(left()).isZero();
  }

  @Test
  void a_message_that_always_fails_ends_among_the_dead_letters_and_its_group_goes_on() {
    FifoQueues.send(sqs, queue, "G1#0", "poison");
    try (QueueMapping mapping = start(event -> failFrom(event, "poison"::equals))) {
      await().until(() -> FifoQueues.bodies(sqs, deadLetters), bodies -> bodies.contains("poison"));
      FifoQueues.send(sqs, queue, "G1#0", "next");
      await().until(() -> handled.contains("next"));
    }
    assertThat(handled).containsExactly("next");
  }

  @Test
  void other_groups_go_on_while_one_group_fails() {
    FifoQueues.send(sqs, queue, "G1#0", "poison");
    IntStream.range(0, 20).forEach(i -> FifoQueues.send(sqs, queue, "G2#0", "m" + i));
    try (QueueMapping mapping = start(event -> failFrom(event, "poison"::equals))) {
      await().until(() -> handled.size() >= 20);
      await().until(() -> FifoQueues.bodies(sqs, deadLetters), bodies -> bodies.contains("poison"));
    }
    assertThat(handled)
        .containsExactlyElementsOf(IntStream.range(0, 20).mapToObj(i -> "m" + i).toList());
  }

  @Test
  void an_exception_fails_the_whole_batch() {
    assertIsHandledAgainAfter(
        event -> {
          throw new IllegalStateException("broken");
        });
  }

  @Test
  void a_failed_message_without_an_id_fails_the_whole_batch() {
    assertIsHandledAgainAfter(event -> failure(null));
  }

  @Test
  void a_failed_message_that_was_not_in_the_batch_fails_the_whole_batch() {
    assertIsHandledAgainAfter(event -> failure("another"));
  }

  @Test
  void no_answer_is_success() {
    FifoQueues.send(sqs, queue, "G1#0", "m");
    try (QueueMapping mapping =
        start(
            event -> {
              event.getRecords().forEach(each -> handled.add(each.getBody()));
              return null;
            })) {
      await().until(() -> left() == 0);
    }
    assertThat(handled).containsExactly("m");
  }

  @Test
  void closing_lets_the_batch_in_hand_finish() throws InterruptedException {
    FifoQueues.send(sqs, queue, "G1#0", "m");
    CountDownLatch inHand = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    QueueMapping mapping =
        start(
            event -> {
              inHand.countDown();
              awaitUninterrupted(goOn);
              event.getRecords().forEach(each -> handled.add(each.getBody()));
              return ALL_DONE;
            });
    inHand.await();
    Thread closer = Thread.startVirtualThread(mapping::close);
    goOn.countDown();
    closer.join();
    assertThat(handled).containsExactly("m");
    assertThat(left()).isZero();
  }

  private void assertIsHandledAgainAfter(Function<SQSEvent, SQSBatchResponse> failing) {
    FifoQueues.send(sqs, queue, "G1#0", "m");
    AtomicInteger invocations = new AtomicInteger();
    try (QueueMapping mapping =
        start(
            event ->
                invocations.getAndIncrement() == 0
                    ? failing.apply(event)
                    : failFrom(event, body -> false))) {
      await().until(() -> handled.contains("m"));
    }
    assertThat(invocations).hasValue(2);
  }

  private QueueMapping start(Function<SQSEvent, SQSBatchResponse> function) {
    return QueueMapping.start(sqs, queue, MessageQueue.BATCH_MAX, 3, function);
  }

  /** Handles in order; the first that fails takes the later ones of its group with it. */
  private SQSBatchResponse failFrom(SQSEvent event, Function<String, Boolean> fails) {
    List<BatchItemFailure> failures = new ArrayList<>();
    List<String> failedGroups = new ArrayList<>();
    for (SQSMessage message : event.getRecords()) {
      String group = message.getAttributes().get("MessageGroupId");
      if (failedGroups.contains(group) || fails.apply(message.getBody())) {
        failedGroups.add(group);
        failures.add(new BatchItemFailure(message.getMessageId()));
      } else {
        handled.add(message.getBody());
      }
    }
    return new SQSBatchResponse(failures);
  }

  private static SQSBatchResponse failure(String id) {
    return new SQSBatchResponse(List.of(new BatchItemFailure(id)));
  }

  private int left() {
    var attributes =
        sqs.getQueueAttributes(get -> get.queueUrl(queue).attributeNamesWithStrings("All"))
            .attributesAsStrings();
    return Integer.parseInt(attributes.get("ApproximateNumberOfMessages"))
        + Integer.parseInt(attributes.get("ApproximateNumberOfMessagesNotVisible"));
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("closing interrupted the batch in hand", e);
    }
  }
}
