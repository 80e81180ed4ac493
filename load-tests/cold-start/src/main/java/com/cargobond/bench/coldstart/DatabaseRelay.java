package com.cargobond.bench.coldstart;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands before the database and takes the time that it has a function wait: from the last byte of
 * a request to the first of its answer. What the relay itself costs falls on the function.
 */
final class DatabaseRelay implements AutoCloseable {

  private static final int BUFFER_BYTES = 64 * 1024;

  private final URI database;
  private final ServerSocket server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<Wait> waits = new ConcurrentLinkedQueue<>();

  private record Wait(long beginNanos, long endNanos) {}

  /** Listens on a free port of this machine. */
  DatabaseRelay(URI database) {
    this.database = database;
    try {
      server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    } catch (IOException unavailable) {
      throw new UncheckedIOException("no port before the database", unavailable);
    }
    threads.submit(this::accept);
  }

  /** Where the database answers through this. */
  URI endpoint() {
    return URI.create("http://localhost:" + server.getLocalPort());
  }

  /**
   * How long was waited in all since a moment; forgets what was before.
   *
   * @param nanos by {@link System#nanoTime()}
   */
  long takeNanosSince(long nanos) {
    long sum = 0;
    for (Wait wait = waits.poll(); wait != null; wait = waits.poll()) {
      if (wait.beginNanos >= nanos) {
        sum += wait.endNanos - wait.beginNanos;
      }
    }
    return sum;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        Socket upstream = new Socket(database.getHost(), database.getPort());
        client.setTcpNoDelay(true);
        upstream.setTcpNoDelay(true);
        AtomicLong askedNanos = new AtomicLong();
        threads.submit(() -> copy(client, upstream, () -> askedNanos.set(System.nanoTime())));
        threads.submit(() -> copy(upstream, client, () -> answered(askedNanos.getAndSet(0))));
      }
    } catch (IOException closed) {
      threads.shutdownNow();
    }
  }

  /** A question that came in parts has one answer. */
  private void answered(long askedNanos) {
    if (askedNanos != 0) {
      waits.add(new Wait(askedNanos, System.nanoTime()));
    }
  }

  private static void copy(Socket from, Socket to, Runnable noted) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int size = in.read(buffer); size >= 0; size = in.read(buffer)) {
        noted.run();
        out.write(buffer, 0, size);
      }
    } catch (IOException ended) {
      // A process was killed, as each is: both ends are closed with it.
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException unclosed) {
      throw new UncheckedIOException(unclosed);
    }
  }
}
