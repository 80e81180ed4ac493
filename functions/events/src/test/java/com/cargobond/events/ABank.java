package com.cargobond.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A bank over HTTP that answers as it is told to, and remembers what reached it. */
final class ABank implements AutoCloseable {

  static final String TOKEN = "secret";

  /** A call that reached it. */
  record Call(String method, String path, String idempotencyKey, String body) {}

  /** How it answers a call. */
  interface Behaviour {
    void answer(HttpExchange exchange) throws IOException, InterruptedException;
  }

  final List<Call> calls = new CopyOnWriteArrayList<>();

  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private volatile Behaviour onPay = answering(202, "{\"status\": \"ACCEPTED\"}");
  private volatile Behaviour onAsk = answering(404, "");

  ABank() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(threads);
    server.createContext("/payments", this::handle);
    server.start();
  }

  /** The payment API, as the product calls it. */
  BankPayments payments(Duration answerWithin) {
    return new BankPayments(
        URI.create("http://localhost:" + server.getAddress().getPort()),
        TOKEN,
        new ObjectMapper(),
        answerWithin);
  }

  ABank onPay(Behaviour behaviour) {
    onPay = behaviour;
    return this;
  }

  ABank onAsk(Behaviour behaviour) {
    onAsk = behaviour;
    return this;
  }

  /** The payments that reached it, oldest first. */
  List<Call> paid() {
    return calls.stream().filter(call -> call.method().equals("POST")).toList();
  }

  static Behaviour answering(int status, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /** Takes the call and says nothing. */
  Behaviour silent() {
    return exchange -> closing.await();
  }

  /** Sends headers and the first of a body, and nothing more. */
  Behaviour stalling() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 100);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
      closing.await();
    };
  }

  /** Takes the call and drops the connection. */
  static Behaviour dropping() {
    return HttpExchange::close;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      calls.add(
          new Call(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              exchange.getRequestHeaders().getFirst("Idempotency-Key"),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      (exchange.getRequestMethod().equals("POST") ? onPay : onAsk).answer(exchange);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
