package com.cargobond.store.dynamo;

import com.amazonaws.services.dynamodbv2.local.main.ServerRunner;
import com.amazonaws.services.dynamodbv2.local.server.DynamoDBProxyServer;
import com.cargobond.store.ledger.Ledger;
import com.cargobond.store.ledger.StoredCapabilityList;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** DynamoDB Local in this process and in memory, started once for all tests. */
public final class LocalDynamo {

  private static final AtomicInteger DEPLOYMENTS = new AtomicInteger();

  private static DynamoDbClient client;

  private LocalDynamo() {}

  /** A client of the running DynamoDB. */
  public static synchronized DynamoDbClient client() {
    if (client == null) {
      client = start();
    }
    return client;
  }

  /** The prefix of tables that nobody has. */
  public static String newPrefix() {
    return "test-" + DEPLOYMENTS.incrementAndGet() + "-";
  }

  /** An empty ledger on tables of its own. */
  public static DynamoLedger newLedger() {
    String prefix = newPrefix();
    LedgerTables.create(client(), prefix);
    return ledger(prefix);
  }

  /** An empty ledger of these capabilities on tables of its own. */
  public static Ledger newLedger(StoredCapabilityList stored) {
    String prefix = newPrefix();
    LedgerTables.create(client(), prefix);
    return new Ledger(new DynamoItems(client(), prefix), stored);
  }

  /** The ledger on the tables of this prefix. */
  public static DynamoLedger ledger(String prefix) {
    return new DynamoLedger(client(), prefix);
  }

  private static DynamoDbClient start() {
    try {
      int port = freePort();
      DynamoDBProxyServer server =
          ServerRunner.createServerFromCommandLineArgs(
              new String[] {
                "-inMemory", "-sharedDb", "-disableTelemetry", "-port", Integer.toString(port)
              });
      server.start();
      return DynamoDbClient.builder()
          .endpointOverride(URI.create("http://localhost:" + port))
          .region(Region.CN_NORTH_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
          .httpClient(UrlConnectionHttpClient.create())
          .build();
    } catch (Exception failure) {
      throw new IllegalStateException("DynamoDB Local did not start", failure);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
