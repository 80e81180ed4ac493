package com.cargobond.local.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Feeds a function from a queue as Lambda's event source mapping does with partial batch responses.
 * What the function did is deleted; what it failed stays until its visibility ends, and the queue's
 * redrive policy moves it away in the end. The order within a group is the queue's own doing.
 */
public final class QueueMapping implements AutoCloseable {

  /** Short, since closing waits for the poll in hand. */
  private static final int LONG_POLL_SECONDS = 1;

  private static final Logger LOG = Logger.getLogger(QueueMapping.class);

  private final SqsClient sqs;
  private final String queueUrl;
  private final int batchMax;
  private final SqsEvents events;
  private final Function<SQSEvent, SQSBatchResponse> function;
  private final Workers workers = new Workers();

  private QueueMapping(
      SqsClient sqs, String queueUrl, int batchMax, Function<SQSEvent, SQSBatchResponse> function) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
    this.batchMax = batchMax;
    this.function = function;
    this.events = new SqsEvents(arn());
  }

  /**
   * Starts polling.
   *
   * @param batchMax how many messages the function is given at once
   * @param pollers how many batches may be in hand at once
   * @throws SdkException if the queue does not exist
   */
  public static QueueMapping start(
      SqsClient sqs,
      String queueUrl,
      int batchMax,
      int pollers,
      Function<SQSEvent, SQSBatchResponse> function) {
    QueueMapping mapping = new QueueMapping(sqs, queueUrl, batchMax, function);
    for (int i = 0; i < pollers; i++) {
      mapping.workers.repeat("poll " + queueUrl, mapping::poll);
    }
    return mapping;
  }

  /** Stops polling and waits for the batches in hand. */
  @Override
  public void close() {
    workers.close();
  }

  private void poll() {
    List<Message> messages =
        sqs.receiveMessage(
                receive ->
                    receive
                        .queueUrl(queueUrl)
                        .maxNumberOfMessages(batchMax)
                        .waitTimeSeconds(LONG_POLL_SECONDS)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
            .messages();
    if (!messages.isEmpty()) {
      delete(succeeded(messages));
    }
  }

  private List<Message> succeeded(List<Message> messages) {
    Set<String> failed;
    try {
      failed = failedIds(function.apply(events.from(messages)));
    } catch (RuntimeException e) {
      LOG.errorf(e, "The function failed %d messages of %s", messages.size(), queueUrl);
      return List.of();
    }
    List<Message> succeeded = new ArrayList<>(messages);
    succeeded.removeIf(message -> failed.remove(message.messageId()));
    if (!failed.isEmpty()) {
      LOG.errorf("The function failed messages it was not given: %s of %s", failed, queueUrl);
      return List.of();
    }
    return succeeded;
  }

  private static Set<String> failedIds(SQSBatchResponse response) {
    Set<String> ids = new HashSet<>();
    if (response != null && response.getBatchItemFailures() != null) {
      response.getBatchItemFailures().forEach(failure -> ids.add(failure.getItemIdentifier()));
    }
    return ids;
  }

  private void delete(List<Message> messages) {
    if (messages.isEmpty()) {
      return;
    }
    List<DeleteMessageBatchRequestEntry> entries =
        messages.stream()
            .map(
                message ->
                    DeleteMessageBatchRequestEntry.builder()
                        .id(message.messageId())
                        .receiptHandle(message.receiptHandle())
                        .build())
            .toList();
    sqs.deleteMessageBatch(delete -> delete.queueUrl(queueUrl).entries(entries));
  }

  private String arn() {
    return sqs.getQueueAttributes(
            get -> get.queueUrl(queueUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributes()
        .get(QueueAttributeName.QUEUE_ARN);
  }
}
