package com.cargobond.local.system;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.cargobond.local.embedded.LocalClients;
import com.cargobond.local.lambda.FunctionProcesses;
import com.cargobond.local.lambda.HttpGateway;
import com.cargobond.local.lambda.InvokeApi;
import com.cargobond.local.lambda.QueueMapping;
import com.cargobond.local.lambda.Schedule;
import com.cargobond.local.lambda.StreamMapping;
import com.cargobond.store.EventFunction;
import com.cargobond.store.MessageQueue;
import com.cargobond.store.OutboxFeed;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The native executables as processes of their own, fed as Lambda feeds them. */
final class NativeSystem {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int INSTANCES_MAX = 4;

  /** As a deployment sets it: HTTP APIs wait no longer. */
  private static final Duration API_TIMEOUT = Duration.ofSeconds(30);

  private final Surroundings around;
  private final Executables executables;

  NativeSystem(Surroundings around, Executables executables) {
    this.around = around;
    this.executables = executables;
  }

  /** Runs until interrupted, or until the sample is done; answers with the exit code. */
  int run() {
    Map<String, String> settings = Settings.asEnvironment(around);
    try (FunctionProcesses applyEvents = function(settings, EventFunction.APPLY_EVENTS);
        FunctionProcesses publish = function(settings, EventFunction.PUBLISH);
        FunctionProcesses position = function(settings, EventFunction.POSITION);
        FunctionProcesses payRefunds = function(settings, EventFunction.PAY_REFUNDS);
        FunctionProcesses sweep = function(settings, EventFunction.SWEEP);
        FunctionProcesses api =
            new FunctionProcesses(
                executables.api(), settings, around.log(), API_TIMEOUT, INSTANCES_MAX);
        HttpGateway gateway = new HttpGateway(around.options().port(), api::invoke);
        InvokeApi functions =
            new InvokeApi(Map.of(EventFunction.POSITION.functionName(), position::invoke));
        SqsClient sqs = LocalClients.sqs(around.parts().queues());
        DynamoDbStreamsClient streams = LocalClients.streams(around.parts().dynamoDb());
        QueueMapping cargoEvents =
            QueueMapping.start(
                sqs,
                Queues.url(sqs, MessageQueue.CARGO_EVENTS.name(EmbeddedParts.PREFIX)),
                INSTANCES_MAX,
                batch -> read(applyEvents.invoke(write(batch)), SQSBatchResponse.class));
        QueueMapping refundOrders =
            QueueMapping.start(
                sqs,
                Queues.url(sqs, MessageQueue.REFUND_ORDERS.name(EmbeddedParts.PREFIX)),
                INSTANCES_MAX,
                batch -> read(payRefunds.invoke(write(batch)), SQSBatchResponse.class));
        Schedule sweeping =
            Schedule.every(EmbeddedParts.SWEEP_INTERVAL, () -> sweep.invoke(write(Map.of())));
        StreamMapping outbox =
            StreamMapping.start(
                streams,
                OutboxStream.arn(around.parts().dynamoDb()),
                OutboxFeed.RETRIES_MAX,
                OutboxStream.failures(sqs),
                event ->
                    read(
                        publish.invoke(write(OutboxStream.batch(event))),
                        StreamsEventResponse.class))) {
      // An interrupt ends the process without closing anything: the executables must not stay.
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () ->
                      List.of(applyEvents, publish, position, payRefunds, sweep, api)
                          .forEach(FunctionProcesses::close)));
      return new Session(around, functions.address(), NativeSystem::waitForExit).run(sqs);
    }
  }

  private static void waitForExit() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private FunctionProcesses function(Map<String, String> settings, EventFunction function) {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("QUARKUS_FUNQY_EXPORT", function.functionName());
    return new FunctionProcesses(
        executables.events(), environment, around.log(), function.timeout(), INSTANCES_MAX);
  }

  private static byte[] write(Object event) {
    try {
      return JSON.writeValueAsBytes(event);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static <T> T read(byte[] answer, Class<T> type) {
    try {
      return JSON.readValue(answer, type);
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }
}
