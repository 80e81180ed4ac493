package com.cargobond.local.embedded;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Makes FIFO queues and looks into them. */
public final class FifoQueues {

  private FifoQueues() {}

  /** A FIFO queue whose messages come back after a second; answers its URL. */
  public static String fifo(SqsClient sqs, String name) {
    return fifo(sqs, name, Map.of());
  }

  /** The same with a dead-letter queue behind it. */
  public static String fifo(SqsClient sqs, String name, String deadLetters, int receiveCountMax) {
    String arn =
        sqs.getQueueAttributes(
                get -> get.queueUrl(deadLetters).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    String redrive =
        "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}".formatted(arn, receiveCountMax);
    return fifo(sqs, name, Map.of(QueueAttributeName.REDRIVE_POLICY, redrive));
  }

  private static String fifo(SqsClient sqs, String name, Map<QueueAttributeName, String> more) {
    Map<QueueAttributeName, String> attributes = new HashMap<>(more);
    attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
    attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, "1");
    return sqs.createQueue(create -> create.queueName(name).attributes(attributes)).queueUrl();
  }

  /** Sends a message that is its own deduplication id. */
  public static void send(SqsClient sqs, String url, String group, String body) {
    sqs.sendMessage(
        send ->
            send.queueUrl(url)
                .messageGroupId(group)
                .messageDeduplicationId(body)
                .messageBody(body));
  }

  /** Up to ten messages, which stay invisible for the queue's time. */
  public static List<Message> receive(SqsClient sqs, String url) {
    return sqs.receiveMessage(
            receive ->
                receive
                    .queueUrl(url)
                    .maxNumberOfMessages(10)
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  /** The bodies of up to ten messages. */
  public static List<String> bodies(SqsClient sqs, String url) {
    return receive(sqs, url).stream().map(Message::body).toList();
  }
}
