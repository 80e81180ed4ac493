package com.cargobond.local.system;

import com.cargobond.local.embedded.EmbeddedDynamoDb;
import com.cargobond.local.embedded.EmbeddedQueues;
import com.cargobond.local.embedded.LocalClients;
import com.cargobond.store.dynamo.LedgerTables;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** DynamoDB Local and ElasticMQ with the tables and queues of a deployment. */
public final class EmbeddedParts implements AutoCloseable {

  /** Names are not prefixed: one machine has one deployment. */
  static final String PREFIX = "";

  /** More often than a deployment: somebody watches. */
  static final Duration SWEEP_INTERVAL = Duration.ofSeconds(5);

  private final EmbeddedDynamoDb dynamoDb;
  private final EmbeddedQueues queues;

  private EmbeddedParts(EmbeddedDynamoDb dynamoDb, EmbeddedQueues queues) {
    this.dynamoDb = dynamoDb;
    this.queues = queues;
  }

  /**
   * Starts both, and creates the tables and queues that are not there yet.
   *
   * @param data the directory that keeps them over restarts; without it they are in memory
   */
  public static EmbeddedParts start(Optional<Path> data) {
    CompletableFuture<EmbeddedQueues> queues =
        CompletableFuture.supplyAsync(
            () ->
                data.map(directory -> EmbeddedQueues.in(directory.resolve("queues")))
                    .orElseGet(EmbeddedQueues::inMemory));
    EmbeddedDynamoDb dynamoDb =
        data.map(directory -> EmbeddedDynamoDb.in(directory.resolve("tables")))
            .orElseGet(EmbeddedDynamoDb::inMemory);
    EmbeddedParts parts = new EmbeddedParts(dynamoDb, queues.join());
    try (DynamoDbClient client = LocalClients.dynamoDb(parts.dynamoDb());
        SqsClient sqs = LocalClients.sqs(parts.queues())) {
      LedgerTables.create(client, PREFIX);
      QueueSetup.create(sqs, PREFIX);
    }
    return parts;
  }

  URI dynamoDb() {
    return dynamoDb.endpoint();
  }

  URI queues() {
    return queues.endpoint();
  }

  @Override
  public void close() {
    queues.close();
    dynamoDb.close();
  }
}
