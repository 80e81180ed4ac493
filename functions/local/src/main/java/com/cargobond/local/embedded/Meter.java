package com.cargobond.local.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/**
 * Stands before an embedded service and counts what is asked of it: calls, and of DynamoDB the
 * capacity units that the service says they took.
 */
public final class Meter implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TARGET = "X-Amz-Target";
  private static final String ASK_FOR_UNITS = "ReturnConsumedCapacity";
  private static final Set<String> WITH_UNITS =
      Set.of(
          "BatchGetItem",
          "DeleteItem",
          "GetItem",
          "PutItem",
          "Query",
          "Scan",
          "TransactWriteItems",
          "UpdateItem");

  /** Half a unit is the least that is charged. */
  private static final int HALVES = 2;

  /** DynamoDB charges two units for a kilobyte; DynamoDB Local reports four. */
  private static final String REPORTED_DOUBLE = "TransactWriteItems";

  private final URI service;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, LongAdder> calls = new ConcurrentSkipListMap<>();
  private final Map<String, LongAdder> halfUnits = new ConcurrentSkipListMap<>();

  /** Begins to count what is asked of a service. */
  public Meter(URI service) {
    this.service = service;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
    server.setExecutor(threads);
    server.createContext("/", this::forward);
    server.start();
  }

  /**
   * What was asked of an operation.
   *
   * @param halfUnits of DynamoDB's capacity
   */
  public record Count(long calls, long halfUnits) {

    /** The units, such as {@code 12.5}. */
    public String units() {
      return halfUnits / HALVES + (halfUnits % HALVES == 0 ? "" : ".5");
    }
  }

  /** Where the service answers through this. */
  public URI endpoint() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** What was asked so far, by operation. */
  public Map<String, Count> counts() {
    Map<String, Count> counts = new TreeMap<>();
    calls.forEach(
        (operation, number) ->
            counts.put(
                operation,
                new Count(number.sum(), halfUnits.getOrDefault(operation, new LongAdder()).sum())));
    return counts;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    client.close();
  }

  private void forward(HttpExchange exchange) throws IOException {
    try (exchange) {
      String target = exchange.getRequestHeaders().getFirst(TARGET);
      String operation = target == null ? "other" : target.substring(target.indexOf('.') + 1);
      boolean hasUnits = WITH_UNITS.contains(operation);
      byte[] body = exchange.getRequestBody().readAllBytes();
      HttpRequest.Builder request =
          HttpRequest.newBuilder(service.resolve(exchange.getRequestURI().toString()))
              .method(
                  exchange.getRequestMethod(),
                  HttpRequest.BodyPublishers.ofByteArray(hasUnits ? askingForUnits(body) : body));
      exchange
          .getRequestHeaders()
          .forEach(
              (name, values) -> {
                if (name.startsWith("X-amz") || name.matches("Content-type|Authorization")) {
                  values.forEach(value -> request.header(name, value));
                }
              });
      HttpResponse<byte[]> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      calls.computeIfAbsent(operation, name -> new LongAdder()).increment();
      if (hasUnits) {
        halfUnits
            .computeIfAbsent(operation, name -> new LongAdder())
            .add(charged(operation, JSON.readTree(response.body()).path("ConsumedCapacity")));
      }
      response
          .headers()
          .firstValue("Content-Type")
          .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
      exchange.sendResponseHeaders(response.statusCode(), response.body().length);
      exchange.getResponseBody().write(response.body());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] askingForUnits(byte[] body) throws IOException {
    ObjectNode request = (ObjectNode) JSON.readTree(body);
    return JSON.writeValueAsBytes(request.put(ASK_FOR_UNITS, "TOTAL"));
  }

  private static long charged(String operation, JsonNode consumed) {
    long reported = halfUnits(consumed);
    return operation.equals(REPORTED_DOUBLE) ? reported / 2 : reported;
  }

  /** One total, or one for each table. */
  private static long halfUnits(JsonNode consumed) {
    if (consumed.isArray()) {
      long sum = 0;
      for (JsonNode table : consumed) {
        sum += halfUnits(table);
      }
      return sum;
    }
    return consumed
        .path("CapacityUnits")
        .decimalValue()
        .multiply(BigDecimal.valueOf(HALVES))
        .longValue();
  }
}
