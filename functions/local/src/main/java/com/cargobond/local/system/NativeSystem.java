package com.cargobond.local.system;

import com.cargobond.local.embedded.LocalClients;
import com.cargobond.local.lambda.FunctionProcesses;
import com.cargobond.local.lambda.HttpGateway;
import com.cargobond.local.lambda.InvokeApi;
import com.cargobond.store.deployment.ApiFunction;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The native executables as processes of their own, fed as Lambda feeds them. */
final class NativeSystem {

  private static final int INSTANCES_MAX = 4;

  private final SystemContext context;
  private final Executables executables;
  private final Activity activity;

  NativeSystem(SystemContext context, Executables executables, Activity activity) {
    this.context = context;
    this.executables = executables;
    this.activity = activity;
  }

  /** Runs until interrupted, or until the sample is done; answers with the exit code. */
  int run() {
    Map<String, String> settings = FunctionSettings.asEnvironment(context);
    try (NativeFunctions functions =
            new NativeFunctions(executables.events(), settings, context.log(), INSTANCES_MAX);
        FunctionProcesses api =
            new FunctionProcesses(
                executables.api(), settings, context.log(), ApiFunction.TIMEOUT, INSTANCES_MAX);
        HttpGateway gateway = new HttpGateway(context.options().port(), api::invoke);
        InvokeApi invoke = new InvokeApi(functions.forCallers());
        SqsClient sqs = LocalClients.sqs(context.parts().queues());
        Triggers triggers =
            Triggers.start(
                context.parts(), sqs, functions, INSTANCES_MAX, context.sweepInterval())) {
      // An interrupt ends the process without closing anything: the executables must not stay.
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    functions.close();
                    api.close();
                  }));
      return activity.run(
          new Running(invoke.address(), sqs, NativeSystem::waitForExit, functions.payers()));
    }
  }

  private static void waitForExit() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
