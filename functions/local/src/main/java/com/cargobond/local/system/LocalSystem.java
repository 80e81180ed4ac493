package com.cargobond.local.system;

import com.cargobond.domain.identity.Uscc;
import com.cargobond.events.ApplyEvents;
import com.cargobond.events.Publish;
import com.cargobond.local.cli.RunOptions;
import com.cargobond.local.embedded.LocalClients;
import com.cargobond.local.identity.Caller;
import com.cargobond.local.identity.MachineKey;
import com.cargobond.local.identity.Role;
import com.cargobond.local.identity.Tokens;
import com.cargobond.local.lambda.QueueMapping;
import com.cargobond.local.lambda.StreamMapping;
import com.cargobond.local.sample.SampleDay;
import com.cargobond.local.sample.SampleRun;
import com.cargobond.store.MessageQueue;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The API and the functions in this process, between the embedded parts. */
public final class LocalSystem implements QuarkusApplication {

  /** As many batches at once as the machine has use for. */
  private static final int CONCURRENCY = Math.max(4, Runtime.getRuntime().availableProcessors());

  private static final int RETRIES_MAX = 5;

  /** Quarkus makes the application; this is how it learns what was started before. */
  private static Surroundings prepared;

  private final ApplyEvents applyEvents;
  private final Publish publish;
  private final RunOptions options;
  private final EmbeddedParts parts;
  private final MachineKey key;
  private final Path log;
  private final PrintStream out = System.out;

  /** What stands around the application. */
  record Surroundings(RunOptions options, EmbeddedParts parts, MachineKey key, Path log) {}

  LocalSystem(ApplyEvents applyEvents, Publish publish) {
    this.applyEvents = applyEvents;
    this.publish = publish;
    this.options = prepared.options();
    this.parts = prepared.parts();
    this.key = prepared.key();
    this.log = prepared.log();
  }

  static void prepare(Surroundings surroundings) {
    prepared = surroundings;
  }

  @Override
  public int run(String... arguments) {
    try (SqsClient sqs = LocalClients.sqs(parts.queues());
        DynamoDbStreamsClient streams = LocalClients.streams(parts.dynamoDb());
        QueueMapping cargoEvents =
            QueueMapping.start(
                sqs,
                Queues.url(sqs, MessageQueue.CARGO_EVENTS.name(EmbeddedParts.PREFIX)),
                CONCURRENCY,
                applyEvents::applyEvents);
        StreamMapping outbox =
            StreamMapping.start(
                streams,
                OutboxStream.arn(parts.dynamoDb()),
                RETRIES_MAX,
                OutboxStream.failures(sqs),
                event -> publish.publish(OutboxStream.batch(event)))) {
      printAddresses();
      if (!options.sample()) {
        Quarkus.waitForExit();
        return 0;
      }
      boolean held = playSample(sqs);
      if (!options.exit()) {
        out.println();
        out.println("The system stays up. Stop it with Ctrl-C.");
        Quarkus.waitForExit();
      }
      return held ? 0 : 1;
    }
  }

  private boolean playSample(SqsClient sqs) {
    Tokens tokens = new Tokens(key);
    SampleRun sample =
        new SampleRun(
            baseUrl(),
            role ->
                tokens.sign(
                    "CARRIER".equals(role)
                        ? Caller.carrier(new Uscc(SampleDay.USCC))
                        : Caller.of(Role.of(role))),
            () -> Queues.isEmpty(sqs, MessageQueue.CARGO_EVENTS),
            out);
    return sample.play(SampleDay.of(SampleDay.SEED)).held();
  }

  private void printAddresses() {
    out.println("API         " + baseUrl());
    out.println("Swagger UI  " + baseUrl().resolve("/swagger-ui"));
    out.println("DynamoDB    " + parts.dynamoDb());
    out.println("Queues      " + parts.queues());
    out.println("Log         " + log);
    out.println("Data        " + options.data().map(Path::toString).orElse("in memory"));
    out.println("Ready.");
  }

  private URI baseUrl() {
    return URI.create("http://localhost:" + options.port());
  }
}
