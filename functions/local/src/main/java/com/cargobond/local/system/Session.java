package com.cargobond.local.system;

import com.cargobond.domain.identity.Uscc;
import com.cargobond.local.identity.Caller;
import com.cargobond.local.identity.Role;
import com.cargobond.local.identity.Tokens;
import com.cargobond.local.sample.SampleDay;
import com.cargobond.local.sample.SampleRun;
import com.cargobond.store.MessageQueue;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What a person asked for, once the system is up. */
final class Session {

  private final Surroundings around;
  private final URI functions;
  private final PrintStream out;
  private final Runnable waitForExit;

  /**
   * A session.
   *
   * @param functions where functions are invoked by name
   * @param waitForExit returns when the person stops the system
   */
  Session(Surroundings around, URI functions, Runnable waitForExit) {
    this.around = around;
    this.functions = functions;
    this.out = around.console();
    this.waitForExit = waitForExit;
  }

  /** Answers with the exit code. */
  int run(SqsClient sqs) {
    printAddresses();
    if (!around.options().sample()) {
      waitForExit.run();
      return 0;
    }
    boolean held = playSample(sqs);
    if (!around.options().exit()) {
      out.println();
      out.println("The system stays up. Stop it with Ctrl-C.");
      waitForExit.run();
    }
    return held ? 0 : 1;
  }

  private boolean playSample(SqsClient sqs) {
    Tokens tokens = new Tokens(around.key());
    SampleRun sample =
        new SampleRun(
            around.baseUrl(),
            role -> tokens.sign(caller(Role.of(role))),
            () -> Queues.isEmpty(sqs, MessageQueue.CARGO_EVENTS),
            out);
    return sample.play(SampleDay.of(SampleDay.SEED)).held();
  }

  private static Caller caller(Role role) {
    return role == Role.CARRIER ? Caller.carrier(new Uscc(SampleDay.USCC)) : Caller.of(role);
  }

  private void printAddresses() {
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
