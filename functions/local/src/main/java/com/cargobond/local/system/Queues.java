package com.cargobond.local.system;

import com.cargobond.store.deployment.MessageQueue;
import com.cargobond.store.deployment.OutboxFeed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Looks at queues. */
final class Queues {

  private Queues() {}

  static String url(SqsClient sqs, String name) {
    return sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
  }

  /** The addresses of the queues whose messages need a person. */
  static List<String> deadLetters(SqsClient sqs) {
    return Stream.concat(
            Arrays.stream(MessageQueue.values())
                .map(queue -> queue.deadLetterName(EmbeddedParts.PREFIX)),
            Stream.of(OutboxFeed.failuresName(EmbeddedParts.PREFIX)))
        .map(name -> url(sqs, name))
        .toList();
  }

  /** Whether nothing waits and nothing is in hand. */
  static boolean isEmpty(SqsClient sqs, MessageQueue queue) {
    Map<QueueAttributeName, String> counts =
        sqs.getQueueAttributes(
                request ->
                    request
                        .queueUrl(url(sqs, queue.name(EmbeddedParts.PREFIX)))
                        .attributeNames(
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
            .attributes();
    return counts.values().stream().allMatch("0"::equals);
  }
}
