package com.cargobond.events.frame;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * A queue that the outbox empties into. A blocking client serves: the function has nothing else to
 * do meanwhile, and an event loop would cost every cold start of every function in this executable.
 */
final class OutboxQueue {

  private static final Logger LOG = Logger.getLogger(OutboxQueue.class);

  /** SQS' bound on the messages of one request. */
  private static final int BATCH_MAX = 10;

  private final SqsClient sqs;
  private final String name;
  private Optional<String> url = Optional.empty();

  /** The queue of this name; it is not asked for before it is needed. */
  OutboxQueue(SqsClient sqs, String name) {
    this.sqs = sqs;
    this.name = name;
  }

  /**
   * Sends the messages in their order.
   *
   * @return the first that could not be sent: some after it may have been
   */
  Optional<OutboxMessage> send(List<OutboxMessage> messages) {
    List<OutboxMessage> rest = messages;
    while (!rest.isEmpty()) {
      List<OutboxMessage> batch = nextBatch(rest);
      Optional<OutboxMessage> unsent = sendBatch(batch);
      if (unsent.isPresent()) {
        return unsent;
      }
      rest = rest.subList(batch.size(), rest.size());
    }
    return Optional.empty();
  }

  /** Never two messages of a group: the second could arrive although the first failed. */
  private static List<OutboxMessage> nextBatch(List<OutboxMessage> messages) {
    Set<String> groups = new HashSet<>();
    List<OutboxMessage> batch = new ArrayList<>();
    for (OutboxMessage message : messages) {
      if (batch.size() == BATCH_MAX || !groups.add(message.group())) {
        break;
      }
      batch.add(message);
    }
    return batch;
  }

  private Optional<OutboxMessage> sendBatch(List<OutboxMessage> batch) {
    List<SendMessageBatchRequestEntry> entries =
        IntStream.range(0, batch.size()).mapToObj(i -> entry(i, batch.get(i))).toList();
    try {
      return sqs
          .sendMessageBatch(request -> request.queueUrl(url()).entries(entries))
          .failed()
          .stream()
          .mapToInt(OutboxQueue::refused)
          .boxed()
          .min(Integer::compare)
          .map(batch::get);
    } catch (SdkException failure) {
      LOG.errorf(failure, "could not send %d messages", batch.size());
      return Optional.of(batch.getFirst());
    }
  }

  private static SendMessageBatchRequestEntry entry(int index, OutboxMessage message) {
    return SendMessageBatchRequestEntry.builder()
        .id(Integer.toString(index))
        .messageGroupId(message.group())
        .messageDeduplicationId(message.id())
        .messageBody(message.body())
        .build();
  }

  private static int refused(BatchResultErrorEntry error) {
    LOG.errorf("the queue refused a message: %s", error.code());
    return Integer.parseInt(error.id());
  }

  /** Asks for the queue's address once; the first call opens the connection. */
  synchronized String url() {
    String known = url.orElseGet(() -> sqs.getQueueUrl(get -> get.queueName(name)).queueUrl());
    url = Optional.of(known);
    return known;
  }
}
