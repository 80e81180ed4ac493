package com.cargobond.local.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The Lambda Runtime API of one process of a function: hands it each invocation and takes its
 * answer.
 */
public final class RuntimeApi implements AutoCloseable {

  private static final String INVOCATION = "/2018-06-01/runtime/invocation/";
  private static final String INIT_ERROR = "/2018-06-01/runtime/init/error";
  private static final int OK = 200;
  private static final int ACCEPTED = 202;
  private static final int NOT_FOUND = 404;

  private final Duration timeout;
  private final HttpServer server;
  private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
  private final Map<String, Invocation> inHand = new ConcurrentHashMap<>();
  private volatile Optional<FunctionError> end = Optional.empty();

  /** One call of the function. */
  private record Invocation(String id, byte[] event, CompletableFuture<byte[]> answer) {}

  /**
   * Starts to listen on a free port of this machine.
   *
   * @param timeout what the process has for each answer
   */
  public RuntimeApi(Duration timeout) {
    this.timeout = timeout;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException unavailable) {
      throw new UncheckedIOException("no port for a runtime API", unavailable);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(INVOCATION, this::handleInvocation);
    server.createContext(INIT_ERROR, this::handleInitError);
    server.start();
  }

  /** What the process finds in {@code AWS_LAMBDA_RUNTIME_API}. */
  public String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Invokes the function; fails with {@link FunctionError} if it answers with an error. */
  public CompletableFuture<byte[]> invoke(byte[] event) {
    Invocation invocation =
        new Invocation(UUID.randomUUID().toString(), event, new CompletableFuture<>());
    waiting.add(invocation);
    // After it waits, so that an end in between does not miss it.
    end.ifPresent(invocation.answer()::completeExceptionally);
    return invocation.answer();
  }

  private void handleInitError(HttpExchange exchange) throws IOException {
    String said = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    answer(exchange, ACCEPTED, new byte[0]);
    failAll(new FunctionError(said));
  }

  private void handleInvocation(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(INVOCATION.length());
    if (path.equals("next")) {
      handOut(exchange);
      return;
    }
    byte[] body = exchange.getRequestBody().readAllBytes();
    String[] parts = path.split("/");
    Optional<Invocation> invocation = Optional.ofNullable(inHand.remove(parts[0]));
    answer(exchange, invocation.isPresent() ? ACCEPTED : NOT_FOUND, new byte[0]);
    invocation.ifPresent(
        answered -> {
          if (parts[1].equals("response")) {
            answered.answer().complete(body);
          } else {
            answered
                .answer()
                .completeExceptionally(new FunctionError(new String(body, StandardCharsets.UTF_8)));
          }
        });
  }

  private void handOut(HttpExchange exchange) throws IOException {
    try {
      Invocation next = waiting.take();
      inHand.put(next.id(), next);
      exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", next.id());
      exchange
          .getResponseHeaders()
          .set(
              "Lambda-Runtime-Deadline-Ms",
              Long.toString(System.currentTimeMillis() + timeout.toMillis()));
      exchange
          .getResponseHeaders()
          .set(
              "Lambda-Runtime-Invoked-Function-Arn",
              "arn:aws:lambda:us-east-1:000000000000:function:local");
      answer(exchange, OK, next.event());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      exchange.close();
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  /** Gives up every call that has no answer, and all to come: the first reason stays. */
  void failAll(FunctionError reason) {
    if (end.isEmpty()) {
      end = Optional.of(reason);
    }
    inHand.values().forEach(call -> call.answer().completeExceptionally(end.get()));
    waiting.forEach(call -> call.answer().completeExceptionally(end.get()));
  }

  @Override
  public void close() {
    server.stop(0);
    failAll(FunctionError.of("Runtime.Stopped", "the system stops"));
  }
}
