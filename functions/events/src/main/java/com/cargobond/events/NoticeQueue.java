package com.cargobond.events;

import com.cargobond.store.MessageQueue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * The queue of notices. A blocking client serves: the function has nothing else to do meanwhile,
 * and an event loop would cost every cold start of every function in this executable.
 */
@ApplicationScoped
class NoticeQueue {

  private static final Logger LOG = Logger.getLogger(NoticeQueue.class);

  /** SQS' bound on the messages of one request. */
  private static final int BATCH_MAX = 10;

  private final SqsClient sqs;
  private final String name;
  private Optional<String> url = Optional.empty();

  NoticeQueue(
      SqsClient sqs, @ConfigProperty(name = "cargobond.queue-prefix") Optional<String> prefix) {
    this.sqs = sqs;
    this.name = MessageQueue.NOTICES.name(prefix.orElse(""));
  }

  /**
   * Sends the notices in their order.
   *
   * @return the first that could not be sent: some after it may have been
   */
  Optional<OutboxNotice> send(List<OutboxNotice> notices) {
    List<OutboxNotice> rest = notices;
    while (!rest.isEmpty()) {
      List<OutboxNotice> batch = nextBatch(rest);
      Optional<OutboxNotice> unsent = sendBatch(batch);
      if (unsent.isPresent()) {
        return unsent;
      }
      rest = rest.subList(batch.size(), rest.size());
    }
    return Optional.empty();
  }

  /** Never two notices of a shipment: the second could arrive although the first failed. */
  private static List<OutboxNotice> nextBatch(List<OutboxNotice> notices) {
    Set<String> shipments = new HashSet<>();
    List<OutboxNotice> batch = new ArrayList<>();
    for (OutboxNotice notice : notices) {
      if (batch.size() == BATCH_MAX || !shipments.add(notice.shipment())) {
        break;
      }
      batch.add(notice);
    }
    return batch;
  }

  private Optional<OutboxNotice> sendBatch(List<OutboxNotice> batch) {
    List<SendMessageBatchRequestEntry> entries =
        IntStream.range(0, batch.size()).mapToObj(i -> entry(i, batch.get(i))).toList();
    try {
      return sqs
          .sendMessageBatch(request -> request.queueUrl(url()).entries(entries))
          .failed()
          .stream()
          .mapToInt(NoticeQueue::refused)
          .boxed()
          .min(Integer::compare)
          .map(batch::get);
    } catch (SdkException failure) {
      LOG.errorf(failure, "could not send %d notices", batch.size());
      return Optional.of(batch.getFirst());
    }
  }

  private static SendMessageBatchRequestEntry entry(int index, OutboxNotice notice) {
    return SendMessageBatchRequestEntry.builder()
        .id(Integer.toString(index))
        .messageGroupId(notice.shipment())
        .messageDeduplicationId(notice.id())
        .messageBody(notice.body())
        .build();
  }

  private static int refused(BatchResultErrorEntry error) {
    LOG.errorf("the queue refused a notice: %s", error.code());
    return Integer.parseInt(error.id());
  }

  /** Asks for the queue's address once; the first call opens the connection. */
  synchronized String url() {
    String known = url.orElseGet(() -> sqs.getQueueUrl(get -> get.queueName(name)).queueUrl());
    url = Optional.of(known);
    return known;
  }
}
