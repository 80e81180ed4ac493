package com.cargobond.events.frame;

import com.cargobond.store.aws.AwsClients;
import com.cargobond.store.deployment.MessageQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Where what leaves the outbox goes. */
@ApplicationScoped
class OutboxQueues {

  private final Map<MessageQueue, OutboxQueue> queues = new EnumMap<>(MessageQueue.class);

  @Inject
  OutboxQueues(@ConfigProperty(name = "cargobond.queue-prefix") Optional<String> prefix) {
    this(AwsClients.configure(SqsClient.builder()).build(), prefix);
  }

  OutboxQueues(SqsClient sqs, Optional<String> prefix) {
    for (MessageQueue queue : MessageQueue.values()) {
      queues.put(queue, new OutboxQueue(sqs, queue.name(prefix.orElse(""))));
    }
  }

  OutboxQueue get(MessageQueue queue) {
    return queues.get(queue);
  }
}
