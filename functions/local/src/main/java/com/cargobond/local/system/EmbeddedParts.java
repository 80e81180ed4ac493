package com.cargobond.local.system;

import com.cargobond.local.embedded.EmbeddedDynamoDb;
import com.cargobond.local.embedded.EmbeddedQueues;
import com.cargobond.local.embedded.LocalClients;
import com.cargobond.local.embedded.Meter;
import com.cargobond.store.dynamo.LedgerTables;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** DynamoDB Local and ElasticMQ with the tables and queues of a deployment. */
public final class EmbeddedParts implements AutoCloseable {

  /** Names are not prefixed: one machine has one deployment. */
  static final String PREFIX = "";

  private final EmbeddedDynamoDb dynamoDb;
  private final EmbeddedQueues queues;
  private final Optional<Meters> meters;

  private EmbeddedParts(EmbeddedDynamoDb dynamoDb, EmbeddedQueues queues, boolean meter) {
    this.dynamoDb = dynamoDb;
    this.queues = queues;
    this.meters =
        meter
            ? Optional.of(new Meters(new Meter(dynamoDb.endpoint()), new Meter(queues.endpoint())))
            : Optional.empty();
  }

  /**
   * Starts both, and creates the tables and queues that are not there yet.
   *
   * @param data the directory that keeps them over restarts; without it they are in memory
   */
  public static EmbeddedParts start(Optional<Path> data) {
    return start(data, false);
  }

  static EmbeddedParts start(Optional<Path> data, boolean meter) {
    CompletableFuture<EmbeddedQueues> queues =
        CompletableFuture.supplyAsync(
            () ->
                data.map(directory -> EmbeddedQueues.in(directory.resolve("queues")))
                    .orElseGet(EmbeddedQueues::inMemory));
    EmbeddedDynamoDb dynamoDb =
        data.map(directory -> EmbeddedDynamoDb.in(directory.resolve("tables")))
            .orElseGet(EmbeddedDynamoDb::inMemory);
    EmbeddedParts parts = new EmbeddedParts(dynamoDb, queues.join(), meter);
    try (DynamoDbClient client = LocalClients.dynamoDb(parts.dynamoDb());
        SqsClient sqs = LocalClients.sqs(parts.queues())) {
      LedgerTables.create(client, PREFIX);
      QueueSetup.create(sqs, PREFIX);
    }
    return parts;
  }

  URI dynamoDb() {
    return meters.map(counted -> counted.tables().endpoint()).orElseGet(dynamoDb::endpoint);
  }

  URI queues() {
    return meters.map(counted -> counted.queues().endpoint()).orElseGet(queues::endpoint);
  }

  /** What is counted, if anything is. */
  Optional<Meters> meters() {
    return meters;
  }

  @Override
  public void close() {
    meters.ifPresent(Meters::close);
    queues.close();
    dynamoDb.close();
  }
}
