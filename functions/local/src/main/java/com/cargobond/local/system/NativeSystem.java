package com.cargobond.local.system;

import com.cargobond.store.EventFunction;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.cargobond.local.embedded.LocalClients;
import com.cargobond.local.lambda.FunctionProcesses;
import com.cargobond.local.lambda.HttpGateway;
import com.cargobond.local.lambda.InvokeApi;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The native executables as processes of their own, fed as Lambda feeds them. */
final class NativeSystem {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int INSTANCES_MAX = 4;

  /** As a deployment sets it: HTTP APIs wait no longer. */
  private static final Duration API_TIMEOUT = Duration.ofSeconds(30);

  private final Surroundings around;
  private final Executables executables;
  private final Activity activity;

  NativeSystem(Surroundings around, Executables executables, Activity activity) {
    this.around = around;
    this.executables = executables;
    this.activity = activity;
  }

  /** Runs until interrupted, or until the sample is done; answers with the exit code. */
  int run() {
    Map<String, String> settings = Settings.asEnvironment(around);
    try (FunctionProcesses applyEvents = function(settings, EventFunction.APPLY_EVENTS);
        FunctionProcesses publish = function(settings, EventFunction.PUBLISH);
        FunctionProcesses position = function(settings, EventFunction.POSITION);
        FunctionProcesses payRefunds = function(settings, EventFunction.PAY_REFUNDS);
        FunctionProcesses keepDeadLetters = function(settings, EventFunction.KEEP_DEAD_LETTERS);
        FunctionProcesses sweep = function(settings, EventFunction.SWEEP);
        FunctionProcesses api =
            new FunctionProcesses(
                executables.api(), settings, around.log(), API_TIMEOUT, INSTANCES_MAX);
        HttpGateway gateway = new HttpGateway(around.options().port(), api::invoke);
        InvokeApi functions =
            new InvokeApi(Map.of(EventFunction.POSITION.functionName(), position::invoke));
        SqsClient sqs = LocalClients.sqs(around.parts().queues());
        Triggers triggers =
            Triggers.start(
                around.parts(),
                sqs,
                new Functions(
                    of(applyEvents, SQSBatchResponse.class),
                    of(publish, StreamsEventResponse.class),
                    of(payRefunds, SQSBatchResponse.class),
                    of(keepDeadLetters, SQSBatchResponse.class),
                    () -> sweep.invoke(write(Map.of()))),
                INSTANCES_MAX,
                around.sweepInterval())) {
      // An interrupt ends the process without closing anything: the executables must not stay.
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () ->
                      List.of(
                              applyEvents,
                              publish,
                              position,
                              payRefunds,
                              keepDeadLetters,
                              sweep,
                              api)
                          .forEach(FunctionProcesses::close)));
      return activity.run(
          new Running(
              functions.address(), sqs, NativeSystem::waitForExit, List.of(payRefunds, sweep)));
    }
  }

  private static <Q, A> Function<Q, A> of(FunctionProcesses function, Class<A> answer) {
    return question -> read(function.invoke(write(question)), answer);
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
