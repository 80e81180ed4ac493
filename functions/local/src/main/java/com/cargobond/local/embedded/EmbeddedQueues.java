package com.cargobond.local.embedded;

import com.cargobond.local.kept.OwnerOnly;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.pekko.actor.Terminated;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
import scala.Function0;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/**
 * ElasticMQ, which speaks SQS, in this process. With a directory, a message that was accepted is on
 * disk before the sender is answered, and so survives even a killed process.
 *
 * <p>The connections to the directory belong to the whole process: one instance with a directory at
 * a time.
 */
public final class EmbeddedQueues implements AutoCloseable {

  private static final Duration OPEN_WITHIN = Duration.ofSeconds(60);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private final URI endpoint;
  private final Function0<Terminated> shutdown;

  private EmbeddedQueues(Map<String, Object> storage) {
    ServerLogs.quieten();
    int port = FreePort.find();
    this.endpoint = URI.create("http://localhost:" + port);
    this.shutdown = new ElasticMQServer(new ElasticMQServerConfig(config(port, storage))).start();
  }

  /** Starts with no queues; they go when it closes. */
  public static EmbeddedQueues inMemory() {
    return new EmbeddedQueues(Map.of());
  }

  /**
   * Starts with the queues and messages that an earlier start left in the directory, which is made
   * if it is not there. Messages keep their order and group; what was being processed is visible
   * again, and counts as not yet received.
   *
   * @throws UncheckedIOException if the directory cannot be made
   */
  public static EmbeddedQueues in(Path directory) {
    try {
      OwnerOnly.folder(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep queues in " + directory, e);
    }
    QueueDatabase database = new QueueDatabase(directory);
    database.openPool();
    SpooledMessages spool = new SpooledMessages(database);
    List<String> kept = spool.fill();
    EmbeddedQueues queues = new EmbeddedQueues(database.serverSettings());
    queues.awaitQueues(kept);
    spool.sendTo(queues.endpoint());
    return queues;
  }

  /** ElasticMQ answers before it has opened what it keeps: a queue would be missing, or new. */
  private void awaitQueues(List<String> kept) {
    try (SqsClient sqs = LocalClients.sqs(endpoint)) {
      long deadlineNanos = System.nanoTime() + OPEN_WITHIN.toNanos();
      for (String queue : kept) {
        while (!exists(sqs, queue)) {
          if (System.nanoTime() > deadlineNanos) {
            throw new IllegalStateException("the kept queue " + queue + " did not open");
          }
          LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
      }
    }
  }

  private static boolean exists(SqsClient sqs, String queue) {
    try {
      sqs.getQueueUrl(get -> get.queueName(queue));
      return true;
    } catch (QueueDoesNotExistException notYet) {
      return false;
    }
  }

  /** Where the queues answer. */
  public URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    shutdown.apply();
    QueueDatabase.closePool();
  }

  private static Config config(int port, Map<String, Object> storage) {
    Map<String, Object> settings = new HashMap<>(storage);
    settings.put("rest-sqs.bind-hostname", "localhost");
    settings.put("rest-sqs.bind-port", port);
    settings.put("node-address.port", port);
    settings.put("rest-stats.enabled", false);
    settings.put("pekko.loglevel", "WARNING");
    settings.put("aws.region", LocalClients.REGION.id());
    settings.put("aws.accountId", LocalClients.ACCOUNT);
    return ConfigFactory.parseMap(settings)
        .withFallback(ConfigFactory.load(EmbeddedQueues.class.getClassLoader()));
  }
}
