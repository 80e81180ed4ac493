package com.cargobond.infra;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** A simulator of AWS on this machine. */
final class Simulator implements AutoCloseable {

  private static final Duration START_MAX = Duration.ofSeconds(60);

  private final int port;
  private final Process process;

  private Simulator(int port, Process process) {
    this.port = port;
    this.process = process;
  }

  /** Starts it, or skips the rest of the tests and says so where there is none. */
  static Simulator orSkip() throws IOException, InterruptedException {
    Tool.MOTO_SERVER.orSkip();
    Tool.AWS.orSkip();
    int port = freePort();
    Path log = Files.createTempFile("moto", ".log");
    log.toFile().deleteOnExit();
    Process process =
        new ProcessBuilder("moto_server", "-p", Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Simulator simulator = new Simulator(port, process);
    Instant until = Instant.now().plus(START_MAX);
    while (!simulator.answers()) {
      if (!process.isAlive() || Instant.now().isAfter(until)) {
        throw new IllegalStateException("moto_server did not start: " + Files.readString(log));
      }
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
    return simulator;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket("localhost", port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** One of its regions: each has tables and queues of its own. */
  SimulatedRegion in(String region) throws IOException, InterruptedException {
    SimulatedRegion simulated = new SimulatedRegion(URI.create("http://localhost:" + port), region);
    simulated.bootstrap();
    return simulated;
  }

  @Override
  public void close() {
    // Some installations start it through a script.
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
