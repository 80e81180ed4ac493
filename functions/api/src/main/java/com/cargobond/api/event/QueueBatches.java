package com.cargobond.api.event;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * Sends messages to the queue of events, as many in one request as SQS takes. The messaging
 * connector sends one after the other, and its own batches end with a failure whenever one takes
 * longer than the next needs to fill.
 */
@Singleton
final class QueueBatches {

  /** SQS' bound on the messages of one request. */
  static final int MESSAGES_MAX = 10;

  /** SQS' bound on the bytes of one request. */
  static final int BYTES_MAX = 1024 * 1024;

  /** Bounds all requests for the messages of one call together: its caller waits no longer. */
  private static final Duration SENT_WITHIN = Duration.ofSeconds(20);

  private static final Logger LOG = Logger.getLogger(QueueBatches.class);

  private final SqsAsyncClient sqs;
  private final String queue;
  private volatile Optional<String> url = Optional.empty();

  QueueBatches(
      SqsAsyncClient sqs,
      @ConfigProperty(name = "mp.messaging.outgoing.cargo-events.queue") String queue) {
    this.sqs = sqs;
    this.queue = queue;
  }

  /**
   * Sends messages in their order. Where the queue does not answer, nothing further is sent.
   *
   * @return of each whether the queue has it durably; of one that it has not nobody knows, and it
   *     may be sent again
   */
  List<Boolean> send(List<QueuedMessage> messages) {
    long deadline = System.nanoTime() + SENT_WITHIN.toNanos();
    List<Boolean> sent = new ArrayList<>();
    try {
      while (sent.size() < messages.size()) {
        sent.addAll(sendBatch(next(messages.subList(sent.size(), messages.size())), deadline));
      }
    } catch (ExecutionException | TimeoutException | RuntimeException failure) {
      LOG.errorf(
          failure,
          "could not queue %d events, the first of them %s",
          messages.size() - sent.size(),
          messages.get(sent.size()).event());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    sent.addAll(Collections.nCopies(messages.size() - sent.size(), false));
    return sent;
  }

  /** At least one, whatever its size: SQS says what it does not take. */
  private static List<QueuedMessage> next(List<QueuedMessage> messages) {
    int count = 0;
    long bytes = 0;
    while (count < Math.min(MESSAGES_MAX, messages.size())) {
      bytes += messages.get(count).body().getBytes(StandardCharsets.UTF_8).length;
      if (count > 0 && bytes > BYTES_MAX) {
        break;
      }
      count++;
    }
    return messages.subList(0, count);
  }

  private List<Boolean> sendBatch(List<QueuedMessage> batch, long deadline)
      throws ExecutionException, TimeoutException, InterruptedException {
    List<SendMessageBatchRequestEntry> entries =
        IntStream.range(0, batch.size()).mapToObj(i -> entry(i, batch.get(i))).toList();
    String address = url(deadline);
    List<BatchResultErrorEntry> failed =
        sqs.sendMessageBatch(request -> request.queueUrl(address).entries(entries))
            .get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)
            .failed();
    List<Boolean> sent = new ArrayList<>(Collections.nCopies(batch.size(), true));
    for (BatchResultErrorEntry error : failed) {
      int refused = Integer.parseInt(error.id());
      LOG.errorf("the queue refused event %s: %s", batch.get(refused).event(), error.code());
      sent.set(refused, false);
    }
    return sent;
  }

  private static SendMessageBatchRequestEntry entry(int index, QueuedMessage message) {
    return SendMessageBatchRequestEntry.builder()
        .id(Integer.toString(index))
        .messageGroupId(message.group())
        .messageDeduplicationId(message.deduplicationId())
        .messageBody(message.body())
        .build();
  }

  private String url(long deadline)
      throws ExecutionException, TimeoutException, InterruptedException {
    if (url.isEmpty()) {
      url =
          Optional.of(
              sqs.getQueueUrl(request -> request.queueName(queue))
                  .get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)
                  .queueUrl());
    }
    return url.get();
  }
}
