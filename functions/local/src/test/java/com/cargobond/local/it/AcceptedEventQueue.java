package com.cargobond.local.it;

import com.cargobond.local.embedded.LocalClients;
import com.cargobond.store.deployment.MessageQueue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** The queue of accepted events and its dead letters, past the API. */
record AcceptedEventQueue(SqsClient sqs) {

  static AcceptedEventQueue of(RunningSystem system) {
    return new AcceptedEventQueue(LocalClients.sqs(system.queuesEndpoint()));
  }

  /** Puts messages into the first lane of an operator, in their order and in one step. */
  void put(String operator, String... bodies) {
    List<SendMessageBatchRequestEntry> entries =
        Arrays.stream(bodies)
            .map(
                body ->
                    SendMessageBatchRequestEntry.builder()
                        .id(Ids.next())
                        .messageBody(body)
                        .messageGroupId(operator + "-0")
                        .messageDeduplicationId(Ids.next())
                        .build())
            .toList();
    String url = url(MessageQueue.CARGO_EVENTS.name(""));
    sqs.sendMessageBatch(request -> request.queueUrl(url).entries(entries));
  }

  /** Whether every message is done with. */
  boolean isEmpty() {
    String url = url(MessageQueue.CARGO_EVENTS.name(""));
    Map<QueueAttributeName, String> counts =
        sqs.getQueueAttributes(
                request ->
                    request
                        .queueUrl(url)
                        .attributeNames(
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
            .attributes();
    return counts.values().stream().allMatch("0"::equals);
  }

  private String url(String name) {
    return sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
  }
}
