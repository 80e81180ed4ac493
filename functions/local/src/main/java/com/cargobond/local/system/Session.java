package com.cargobond.local.system;

import com.cargobond.local.capability.SampleStories;
import com.cargobond.local.sample.SampleStory;
import com.cargobond.local.sample.SampleSystem;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What a person asked for, once the system is up. */
final class Session implements Activity {

  private final SystemContext context;
  private final PrintStream out;

  Session(SystemContext context) {
    this.context = context;
    this.out = context.console();
  }

  @Override
  public int run(Running system) {
    printAddresses(system.functions());
    if (!context.options().sample()) {
      system.waitForExit().run();
      return 0;
    }
    boolean held = playSample(system.sqs());
    if (!context.options().exit()) {
      out.println();
      out.println("The system stays up. Stop it with Ctrl-C.");
      system.waitForExit().run();
    }
    return held ? 0 : 1;
  }

  private boolean playSample(SqsClient sqs) {
    SampleSystem system = context.sampleSystem(sqs);
    boolean held = true;
    for (SampleStory story : SampleStories.SAMPLE) {
      held &= story.play(system);
    }
    return held;
  }

  private void printAddresses(URI functions) {
    out.println("API         " + context.baseUrl());
    if (!context.options().runsNative()) {
      out.println("Swagger UI  " + context.baseUrl().resolve("/swagger-ui"));
    }
    out.println("Functions   " + functions);
    out.println("DynamoDB    " + context.parts().dynamoDb());
    out.println("Queues      " + context.parts().queues());
    out.println("Bank        " + context.bank());
    out.println("Log         " + context.log());
    out.println("Data        " + context.options().data().map(Path::toString).orElse("in memory"));
    out.println("Ready.");
  }
}
