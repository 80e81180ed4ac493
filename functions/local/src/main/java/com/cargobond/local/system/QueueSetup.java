package com.cargobond.local.system;

import com.cargobond.store.deployment.MessageQueue;
import com.cargobond.store.deployment.OutboxFeed;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Creates the queues as they are deployed: FIFO, each with its dead letters. */
final class QueueSetup {

  /**
   * How long a message that failed waits to be handed out again. Deployed queues wait longer; a
   * person at a terminal should not.
   */
  private static final String VISIBILITY_SECONDS = "5";

  private QueueSetup() {}

  static void create(SqsClient sqs, String prefix) {
    String failures =
        sqs.createQueue(create -> create.queueName(OutboxFeed.failuresName(prefix))).queueUrl();
    retrySoon(sqs, failures);
    for (MessageQueue queue : MessageQueue.values()) {
      String deadLetters =
          sqs.createQueue(
                  create ->
                      create
                          .queueName(queue.deadLetterName(prefix))
                          .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
              .queueUrl();
      retrySoon(sqs, deadLetters);
      String arn =
          sqs.getQueueAttributes(
                  get -> get.queueUrl(deadLetters).attributeNames(QueueAttributeName.QUEUE_ARN))
              .attributes()
              .get(QueueAttributeName.QUEUE_ARN);
      String redrive =
          """
          {"deadLetterTargetArn":"%s","maxReceiveCount":%d}"""
              .formatted(arn, MessageQueue.RECEIVES_MAX);
      sqs.createQueue(
          create ->
              create
                  .queueName(queue.name(prefix))
                  .attributes(
                      Map.of(
                          QueueAttributeName.FIFO_QUEUE, "true",
                          QueueAttributeName.VISIBILITY_TIMEOUT, VISIBILITY_SECONDS,
                          QueueAttributeName.REDRIVE_POLICY, redrive)));
    }
  }

  /** Set, and not created with: kept data may hold the queue without it. */
  private static void retrySoon(SqsClient sqs, String queueUrl) {
    sqs.setQueueAttributes(
        set ->
            set.queueUrl(queueUrl)
                .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, VISIBILITY_SECONDS)));
  }
}
