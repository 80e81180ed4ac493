package com.cargobond.local.system;

import com.cargobond.local.embedded.LocalClients;
import com.cargobond.local.lambda.InvokeApi;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The API and the functions in this process, between the embedded parts. */
public final class LocalSystem implements QuarkusApplication {

  /** As many batches at once as the machine has use for. */
  private static final int CONCURRENCY = Math.max(4, Runtime.getRuntime().availableProcessors());

  /** Quarkus makes the application; this is how it learns what was started before. */
  private static SystemContext prepared;

  private final Functions functions = new InProcess();
  private final SystemContext context = prepared;

  static void prepare(SystemContext context) {
    prepared = context;
  }

  @Override
  public int run(String... arguments) {
    try (SqsClient sqs = LocalClients.sqs(context.parts().queues());
        Triggers triggers =
            Triggers.start(context.parts(), sqs, functions, CONCURRENCY, context.sweepInterval());
        InvokeApi invoke = new InvokeApi(functions.forCallers())) {
      return new Session(context)
          .run(new Running(invoke.address(), sqs, Quarkus::waitForExit, List.of()));
    }
  }
}
