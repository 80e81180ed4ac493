package com.cargobond.local.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Lambda's event source mapping for one FIFO queue: hands batches of up to ten to a function and
 * deletes what succeeded. What failed becomes visible again, and goes to the dead letters by the
 * queue's own redrive policy.
 */
public final class QueueMapping implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(QueueMapping.class);
  private static final int BATCH_SIZE = 10;
  private static final int WAIT_SECONDS = 2;

  private final SqsClient sqs;
  private final String queueUrl;
  private final Function<SQSEvent, SQSBatchResponse> function;
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final List<Thread> pollers;

  /**
   * Starts to poll.
   *
   * @param concurrency how many batches may be in hand at once; the queue keeps groups apart
   */
  public QueueMapping(
      SqsClient sqs,
      String queueUrl,
      int concurrency,
      Function<SQSEvent, SQSBatchResponse> function) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
    this.function = function;
    this.pollers =
        IntStream.range(0, concurrency)
            .mapToObj(i -> Thread.ofVirtual().name("queue-mapping-" + i).start(this::poll))
            .toList();
  }

  private void poll() {
    while (open.get()) {
      try {
        List<Message> messages = receive();
        if (!messages.isEmpty()) {
          delete(messages, failedIds(messages));
        }
      } catch (RuntimeException failure) {
        if (open.get()) {
          LOG.error("could not reach the queue", failure);
          Pauses.second();
        }
      }
    }
  }

  private List<Message> receive() {
    return sqs.receiveMessage(
            request ->
                request
                    .queueUrl(queueUrl)
                    .maxNumberOfMessages(BATCH_SIZE)
                    .waitTimeSeconds(WAIT_SECONDS)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                    .messageAttributeNames("All"))
        .messages();
  }

  /** Lambda takes a thrown error, or an id that it did not hand out, as failure of the batch. */
  private Set<String> failedIds(List<Message> messages) {
    Set<String> all = messages.stream().map(Message::messageId).collect(Collectors.toSet());
    try {
      SQSBatchResponse response = function.apply(event(messages));
      if (response == null || response.getBatchItemFailures() == null) {
        return Set.of();
      }
      Set<String> failed =
          response.getBatchItemFailures().stream()
              .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
              .collect(Collectors.toSet());
      return all.containsAll(failed) ? failed : all;
    } catch (RuntimeException failure) {
      LOG.error("the function failed", failure);
      return all;
    }
  }

  private void delete(List<Message> messages, Set<String> failedIds) {
    List<DeleteMessageBatchRequestEntry> done =
        messages.stream()
            .filter(message -> !failedIds.contains(message.messageId()))
            .map(
                message ->
                    DeleteMessageBatchRequestEntry.builder()
                        .id(message.messageId())
                        .receiptHandle(message.receiptHandle())
                        .build())
            .toList();
    if (!done.isEmpty()) {
      sqs.deleteMessageBatch(request -> request.queueUrl(queueUrl).entries(done));
    }
  }

  private static SQSEvent event(List<Message> messages) {
    SQSEvent event = new SQSEvent();
    event.setRecords(messages.stream().map(QueueMapping::record).toList());
    return event;
  }

  private static SQSMessage record(Message message) {
    SQSMessage record = new SQSMessage();
    record.setMessageId(message.messageId());
    record.setReceiptHandle(message.receiptHandle());
    record.setBody(message.body());
    record.setMd5OfBody(message.md5OfBody());
    record.setEventSource("aws:sqs");
    record.setAttributes(message.attributesAsStrings());
    return record;
  }

  /** Stops, once the batches in hand are done. */
  @Override
  public void close() {
    open.set(false);
    pollers.forEach(Pauses::join);
  }
}
