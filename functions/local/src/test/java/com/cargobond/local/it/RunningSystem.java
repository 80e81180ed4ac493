package com.cargobond.local.it;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged application in a process of its own, on a free port. */
final class RunningSystem implements AutoCloseable {

  private static final Duration READY_WITHIN = Duration.ofSeconds(90);

  private static final Duration STOPPED_WITHIN = Duration.ofSeconds(60);

  private final Process process;
  private final String printed;

  private RunningSystem(Process process, String printed) {
    this.process = process;
    this.printed = printed;
  }

  /** Starts with data in memory. */
  static RunningSystem start() {
    return start(List.of());
  }

  /** Starts on the data in a directory, with more options of {@code run}. */
  static RunningSystem startOn(Path data, String... options) {
    return start(Stream.concat(Stream.of("--data", data.toString()), Stream.of(options)).toList());
  }

  private static RunningSystem start(List<String> options) {
    List<String> arguments = new ArrayList<>(List.of("run", "--port", freePort()));
    arguments.addAll(options);
    Arrays.stream(System.getProperty("cargobond.it.run", "").split(" "))
        .filter(argument -> !argument.isBlank())
        .forEach(arguments::add);
    try {
      Path output = Files.createTempFile(CommandLine.HOME, "run", ".out");
      Process process =
          CommandLine.process(arguments.toArray(String[]::new))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      await()
          .atMost(READY_WITHIN)
          .until(() -> !process.isAlive() || Files.readString(output).contains("Ready."));
      RunningSystem system = new RunningSystem(process, Files.readString(output));
      if (!process.isAlive()) {
        throw new IllegalStateException("the system did not start: " + system.printed);
      }
      return system;
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  URI baseUrl() {
    return URI.create(printed("API"));
  }

  URI functionsEndpoint() {
    return URI.create(printed("Functions"));
  }

  URI dynamoDbEndpoint() {
    return URI.create(printed("DynamoDB"));
  }

  URI bankUrl() {
    return URI.create(printed("Bank"));
  }

  URI queuesEndpoint() {
    return URI.create(printed("Queues"));
  }

  Path log() {
    return Path.of(printed("Log"));
  }

  /** Ends it as {@code kill -9} would. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Ends it as Ctrl-C would. */
  @Override
  public void close() {
    process.destroy();
    try {
      await().atMost(STOPPED_WITHIN).until(() -> !process.isAlive());
    } finally {
      kill();
    }
  }

  private String printed(String name) {
    Matcher line = Pattern.compile("(?m)^" + name + " +(\\S+)$").matcher(printed);
    if (!line.find()) {
      throw new IllegalStateException("no line for " + name + " in: " + printed);
    }
    return line.group(1);
  }

  static String freePort() throws UncheckedIOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Integer.toString(socket.getLocalPort());
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }
}
