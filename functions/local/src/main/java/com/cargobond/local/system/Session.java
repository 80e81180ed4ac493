package com.cargobond.local.system;

import com.cargobond.local.sample.DepositRun;
import com.cargobond.local.sample.SampleDay;
import com.cargobond.local.sample.SampleRun;
import com.cargobond.store.deployment.MessageQueue;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What a person asked for, once the system is up. */
final class Session implements Activity {

  private final Surroundings around;
  private final PrintStream out;

  Session(Surroundings around) {
    this.around = around;
    this.out = around.console();
  }

  @Override
  public int run(Running system) {
    printAddresses(system.functions());
    if (!around.options().sample()) {
      system.waitForExit().run();
      return 0;
    }
    boolean held = playSample(system.sqs());
    if (!around.options().exit()) {
      out.println();
      out.println("The system stays up. Stop it with Ctrl-C.");
      system.waitForExit().run();
    }
    return held ? 0 : 1;
  }

  private boolean playSample(SqsClient sqs) {
    SampleRun sample =
        new SampleRun(
            around.baseUrl(),
            around.tokens(),
            () -> Queues.isEmpty(sqs, MessageQueue.CARGO_EVENTS),
            events -> around.parts().meters().ifPresent(meters -> meters.print(events, out)),
            out);
    boolean held = sample.play(SampleDay.of(SampleDay.SEED)).held();
    return DepositRun.sample(around.baseUrl(), around.tokens(), out).held() && held;
  }

  private void printAddresses(URI functions) {
    out.println("API         " + around.baseUrl());
    if (!around.options().runsNative()) {
      out.println("Swagger UI  " + around.baseUrl().resolve("/swagger-ui"));
    }
    out.println("Functions   " + functions);
    out.println("DynamoDB    " + around.parts().dynamoDb());
    out.println("Queues      " + around.parts().queues());
    out.println("Bank        " + around.bank());
    out.println("Log         " + around.log());
    out.println("Data        " + around.options().data().map(Path::toString).orElse("in memory"));
    out.println("Ready.");
  }
}
