package com.cargobond.local.system;

import com.cargobond.store.MessageQueue;
import com.cargobond.store.OutboxFeed;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.cargobond.local.embedded.LocalClients;
import com.cargobond.local.lambda.QueueMapping;
import com.cargobond.local.lambda.Schedule;
import com.cargobond.local.lambda.StreamMapping;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What makes the functions run: queues, the outbox' stream and the schedule. */
final class Triggers implements AutoCloseable {

  private static final int ONE_AT_A_TIME = 1;

  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  private Triggers() {}

  /**
   * Starts all.
   *
   * @param concurrency how many batches of a queue may be in hand at once
   * @param sweepInterval from the end of one sweep to the next
   */
  static Triggers start(
      EmbeddedParts parts,
      SqsClient sqs,
      Functions functions,
      int concurrency,
      Duration sweepInterval) {
    Triggers triggers = new Triggers();
    triggers.queue(sqs, MessageQueue.CARGO_EVENTS, concurrency, functions.applyEvents());
    triggers.queue(sqs, MessageQueue.REFUND_ORDERS, concurrency, functions.payRefunds());
    Queues.deadLetters(sqs)
        .forEach(
            url ->
                triggers.started.push(
                    QueueMapping.start(
                        sqs,
                        url,
                        MessageQueue.BATCH_MAX,
                        ONE_AT_A_TIME,
                        functions.keepDeadLetters())));
    triggers.started.push(Schedule.every(sweepInterval, functions.sweep()));
    DynamoDbStreamsClient streams = LocalClients.streams(parts.dynamoDb());
    triggers.started.push(streams);
    triggers.started.push(
        StreamMapping.start(
            streams,
            OutboxStream.arn(parts.dynamoDb()),
            OutboxFeed.RECORDS_TRIED_FOR,
            OutboxStream.failures(sqs),
            event -> functions.publish().apply(OutboxStream.batch(event))));
    return triggers;
  }

  private void queue(
      SqsClient sqs,
      MessageQueue queue,
      int concurrency,
      Function<SQSEvent, SQSBatchResponse> function) {
    String url = Queues.url(sqs, queue.name(EmbeddedParts.PREFIX));
    started.push(QueueMapping.start(sqs, url, queue.batchMax(), concurrency, function));
  }

  /** Stops all, the last started first. */
  @Override
  public void close() {
    started.forEach(
        trigger -> {
          try {
            trigger.close();
          } catch (Exception failure) {
            throw new IllegalStateException(failure);
          }
        });
  }
}
