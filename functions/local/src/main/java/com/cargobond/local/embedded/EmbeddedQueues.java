package com.cargobond.local.embedded;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.pekko.actor.Terminated;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
import scala.Function0;

/**
 * ElasticMQ, which speaks SQS, in this process. With a directory, a message that was accepted is on
 * disk before the sender is answered, and so survives even a killed process.
 *
 * <p>The connections to the directory belong to the whole process: one instance with a directory at
 * a time.
 */
public final class EmbeddedQueues implements AutoCloseable {

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
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep queues in " + directory, e);
    }
    QueueDatabase database = new QueueDatabase(directory);
    database.openPool();
    SpooledMessages spool = new SpooledMessages(database);
    spool.fill();
    EmbeddedQueues queues = new EmbeddedQueues(database.serverSettings());
    spool.sendTo(queues.endpoint());
    return queues;
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
