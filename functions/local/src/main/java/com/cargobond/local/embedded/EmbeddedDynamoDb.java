package com.cargobond.local.embedded;

import com.amazonaws.services.dynamodbv2.local.main.ServerRunner;
import com.amazonaws.services.dynamodbv2.local.server.DynamoDBProxyServer;
import com.cargobond.local.kept.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** DynamoDB Local with its streams, in this process. Its own jar carries the native SQLite. */
public final class EmbeddedDynamoDb implements AutoCloseable {

  private final DynamoDBProxyServer server;
  private final URI endpoint;

  private EmbeddedDynamoDb(Stream<String> storage) {
    ServerLogs.quieten();
    int port = FreePort.find();
    this.endpoint = URI.create("http://localhost:" + port);
    Stream<String> arguments =
        Stream.of("-port", Integer.toString(port), "-sharedDb", "-disableTelemetry");
    try {
      this.server =
          ServerRunner.createServerFromCommandLineArgs(
              Stream.concat(arguments, storage).toArray(String[]::new));
      listenOnThisMachineOnly(server);
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local did not start: " + e.getMessage(), e);
    }
  }

  /**
   * Starts with no tables; they go when it closes.
   *
   * @throws IllegalStateException if it does not start
   */
  public static EmbeddedDynamoDb inMemory() {
    return new EmbeddedDynamoDb(Stream.of("-inMemory"));
  }

  /**
   * Starts with the tables and streams that an earlier start left in the directory, which is made
   * if it is not there.
   *
   * @throws UncheckedIOException if the directory cannot be made
   * @throws IllegalStateException if it does not start
   */
  public static EmbeddedDynamoDb in(Path directory) {
    try {
      OwnerOnly.folder(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep tables in " + directory, e);
    }
    return new EmbeddedDynamoDb(Stream.of("-dbPath", directory.toAbsolutePath().toString()));
  }

  /** Where the tables and their streams answer. */
  public URI endpoint() {
    return endpoint;
  }

  /** It would listen to the whole network, without asking who is calling, and has no option. */
  private static void listenOnThisMachineOnly(DynamoDBProxyServer server)
      throws ReflectiveOperationException {
    Field field = DynamoDBProxyServer.class.getDeclaredField("server");
    field.setAccessible(true);
    for (Connector connector : ((Server) field.get(server)).getConnectors()) {
      ((ServerConnector) connector).setHost("localhost");
    }
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local did not stop: " + e.getMessage(), e);
    }
  }
}
