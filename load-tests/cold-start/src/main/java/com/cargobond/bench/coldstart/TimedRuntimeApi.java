package com.cargobond.bench.coldstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The Lambda Runtime API of one process: hands it one event and takes the times. */
final class TimedRuntimeApi implements AutoCloseable {

  private static final String RUNTIME = "/2018-06-01/runtime/";
  private static final String INVOCATION = RUNTIME + "invocation/";
  private static final String NEXT = INVOCATION + "next";
  private static final String FUNCTION_ARN =
      "arn:aws:lambda:us-east-1:000000000000:function:cold-start";
  private static final int OK = 200;
  private static final int ACCEPTED = 202;

  static {
    // Without it the server's answers wait for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /**
   * What came of the event.
   *
   * @param nextNanos when the process asked for it, by {@link System#nanoTime()}
   * @param answeredNanos when its response was there
   */
  record Answer(long nextNanos, long answeredNanos, byte[] body) {}

  private final String requestId = UUID.randomUUID().toString();
  private final byte[] event;
  private final CompletableFuture<Long> next = new CompletableFuture<>();
  private final CompletableFuture<Answer> answer = new CompletableFuture<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  /** Listens on a free port of this machine. */
  TimedRuntimeApi(byte[] event) {
    this.event = event;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException unavailable) {
      throw new UncheckedIOException("no port for a Runtime API", unavailable);
    }
    server.setExecutor(threads);
    server.createContext(RUNTIME, this::handle);
    server.start();
  }

  /** What the process finds in {@code AWS_LAMBDA_RUNTIME_API}. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Completes with the response, or with a {@link BenchFailure} where an error was posted. */
  CompletableFuture<Answer> answer() {
    return answer;
  }

  private void handle(HttpExchange exchange) throws IOException {
    long nowNanos = System.nanoTime();
    String path = exchange.getRequestURI().getPath();
    if (!path.equals(NEXT)) {
      take(path, exchange.getRequestBody().readAllBytes());
      exchange.sendResponseHeaders(ACCEPTED, -1);
      exchange.close();
    } else if (next.complete(nowNanos)) {
      handOut(exchange);
    }
    // There is no second event: that question stays open, as on Lambda.
  }

  private void take(String path, byte[] body) {
    if (path.equals(INVOCATION + requestId + "/response")) {
      answer.complete(new Answer(next.join(), System.nanoTime(), body));
    } else {
      String said = new String(body, StandardCharsets.UTF_8);
      answer.completeExceptionally(new BenchFailure("it posted to " + path + ": " + said));
    }
  }

  private void handOut(HttpExchange exchange) throws IOException {
    long deadlineMillis = System.currentTimeMillis() + ColdStart.ANSWER_WITHIN.toMillis();
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", requestId);
    exchange.getResponseHeaders().set("Lambda-Runtime-Deadline-Ms", Long.toString(deadlineMillis));
    exchange.getResponseHeaders().set("Lambda-Runtime-Invoked-Function-Arn", FUNCTION_ARN);
    try (exchange) {
      exchange.sendResponseHeaders(OK, event.length);
      exchange.getResponseBody().write(event);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
