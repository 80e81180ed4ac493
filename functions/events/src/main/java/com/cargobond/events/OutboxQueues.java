package com.cargobond.events;

import com.cargobond.store.MessageQueue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Where what leaves the outbox goes. */
@ApplicationScoped
class OutboxQueues {

  private final OutboxQueue notices;
  private final OutboxQueue refundOrders;

  OutboxQueues(
      SqsClient sqs, @ConfigProperty(name = "cargobond.queue-prefix") Optional<String> prefix) {
    this.notices = new OutboxQueue(sqs, MessageQueue.NOTICES.name(prefix.orElse("")));
    this.refundOrders = new OutboxQueue(sqs, MessageQueue.REFUND_ORDERS.name(prefix.orElse("")));
  }

  /** What carriers, banks and Customs are told. */
  OutboxQueue notices() {
    return notices;
  }

  /** Refunds that can be sent. */
  OutboxQueue refundOrders() {
    return refundOrders;
  }
}
