package com.cargobond.local.system;

import com.cargobond.events.ApplyEvents;
import com.cargobond.events.AskPosition;
import com.cargobond.events.PayRefunds;
import com.cargobond.events.PositionQuestion;
import com.cargobond.events.Publish;
import com.cargobond.events.Sweep;
import com.cargobond.local.embedded.LocalClients;
import com.cargobond.local.lambda.InvokeApi;
import com.cargobond.local.lambda.QueueMapping;
import com.cargobond.local.lambda.Schedule;
import com.cargobond.local.lambda.StreamMapping;
import com.cargobond.store.EventFunction;
import com.cargobond.store.MessageQueue;
import com.cargobond.store.OutboxFeed;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The API and the functions in this process, between the embedded parts. */
public final class LocalSystem implements QuarkusApplication {

  /** As many batches at once as the machine has use for. */
  private static final int CONCURRENCY = Math.max(4, Runtime.getRuntime().availableProcessors());

  /** Quarkus makes the application; this is how it learns what was started before. */
  private static Surroundings prepared;

  private final ApplyEvents applyEvents;
  private final Publish publish;
  private final AskPosition askPosition;
  private final PayRefunds payRefunds;
  private final Sweep sweep;
  private final Surroundings around;

  LocalSystem(
      ApplyEvents applyEvents,
      Publish publish,
      AskPosition askPosition,
      PayRefunds payRefunds,
      Sweep sweep) {
    this.applyEvents = applyEvents;
    this.publish = publish;
    this.askPosition = askPosition;
    this.payRefunds = payRefunds;
    this.sweep = sweep;
    this.around = prepared;
  }

  static void prepare(Surroundings surroundings) {
    prepared = surroundings;
  }

  @Override
  public int run(String... arguments) {
    try (SqsClient sqs = LocalClients.sqs(around.parts().queues());
        DynamoDbStreamsClient streams = LocalClients.streams(around.parts().dynamoDb());
        QueueMapping cargoEvents =
            QueueMapping.start(
                sqs,
                Queues.url(sqs, MessageQueue.CARGO_EVENTS.name(EmbeddedParts.PREFIX)),
                CONCURRENCY,
                applyEvents::applyEvents);
        QueueMapping refundOrders =
            QueueMapping.start(
                sqs,
                Queues.url(sqs, MessageQueue.REFUND_ORDERS.name(EmbeddedParts.PREFIX)),
                CONCURRENCY,
                payRefunds::payRefunds);
        Schedule sweeping =
            Schedule.every(EmbeddedParts.SWEEP_INTERVAL, () -> sweep.sweep(Map.of()));
        StreamMapping outbox =
            StreamMapping.start(
                streams,
                OutboxStream.arn(around.parts().dynamoDb()),
                OutboxFeed.RETRIES_MAX,
                OutboxStream.failures(sqs),
                event -> publish.publish(OutboxStream.batch(event)));
        InvokeApi functions =
            new InvokeApi(
                Map.of(
                    EventFunction.POSITION.functionName(),
                    InProcess.function(PositionQuestion.class, askPosition::position)))) {
      return new Session(around, functions.address(), Quarkus::waitForExit).run(sqs);
    }
  }
}
