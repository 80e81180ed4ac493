package com.cargobond.local.system;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.cargobond.local.embedded.LocalClients;
import com.cargobond.local.lambda.QueueMapping;
import com.cargobond.local.lambda.Schedule;
import com.cargobond.local.lambda.StreamMapping;
import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.deployment.MessageQueue;
import com.cargobond.store.deployment.OutboxFeed;
import com.cargobond.store.deployment.Trigger;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What makes the functions run: queues, the outbox' stream and the schedule. */
final class Triggers implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ONE_AT_A_TIME = 1;

  private final EmbeddedParts parts;
  private final SqsClient sqs;
  private final Functions functions;
  private final int concurrency;
  private final Duration scheduleInterval;
  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  private Triggers(
      EmbeddedParts parts,
      SqsClient sqs,
      Functions functions,
      int concurrency,
      Duration scheduleInterval) {
    this.parts = parts;
    this.sqs = sqs;
    this.functions = functions;
    this.concurrency = concurrency;
    this.scheduleInterval = scheduleInterval;
  }

  /**
   * Starts those of all functions.
   *
   * @param concurrency how many batches of a queue may be in hand at once
   * @param scheduleInterval from the end of a scheduled run to the next, instead of a deployment's
   */
  static Triggers start(
      EmbeddedParts parts,
      SqsClient sqs,
      Functions functions,
      int concurrency,
      Duration scheduleInterval) {
    Triggers triggers = new Triggers(parts, sqs, functions, concurrency, scheduleInterval);
    for (EventFunction function : EventFunction.values()) {
      function.triggers().forEach(trigger -> triggers.start(trigger, function));
    }
    return triggers;
  }

  private void start(Trigger trigger, EventFunction function) {
    switch (trigger) {
      case Trigger.Messages(MessageQueue queue) ->
          read(
              Queues.url(sqs, queue.name(EmbeddedParts.PREFIX)),
              queue.batchMax(),
              concurrency,
              function);
      case Trigger.DeadLetters all ->
          Queues.deadLetters(sqs)
              .forEach(url -> read(url, MessageQueue.BATCH_MAX, ONE_AT_A_TIME, function));
      case Trigger.Outbox outbox -> readOutbox(function);
      case Trigger.Schedule schedule ->
          started.push(
              Schedule.every(scheduleInterval, () -> functions.invoke(function, write(Map.of()))));
      case Trigger.Callers callers -> {
        // They come by the invoke API.
      }
    }
  }

  private void read(String queueUrl, int batchMax, int pollers, EventFunction function) {
    Function<SQSEvent, SQSBatchResponse> call =
        event -> invoke(function, event, SQSBatchResponse.class);
    started.push(QueueMapping.start(sqs, queueUrl, batchMax, pollers, call));
  }

  private void readOutbox(EventFunction function) {
    DynamoDbStreamsClient streams = LocalClients.streams(parts.dynamoDb());
    started.push(streams);
    started.push(
        StreamMapping.start(
            streams,
            OutboxStream.arn(parts.dynamoDb()),
            OutboxFeed.RECORDS_TRIED_FOR,
            OutboxStream.failures(sqs),
            event -> invoke(function, OutboxStream.batch(event), StreamsEventResponse.class)));
  }

  private <A> A invoke(EventFunction function, Object event, Class<A> answer) {
    try {
      return JSON.readValue(functions.invoke(function, write(event)), answer);
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  private static byte[] write(Object event) {
    try {
      return JSON.writeValueAsBytes(event);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
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
