package com.cargobond.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Stands before AWS and writes down what is called there, in the words of a policy. */
final class CalledActions implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> SET_BY_THE_CLIENT =
      Set.of("host", "content-length", "connection", "expect", "upgrade");

  /** A transaction needs the rights of its parts. */
  private static final Map<String, String> PARTS =
      Map.of(
          "Put", "PutItem",
          "Update", "UpdateItem",
          "Delete", "DeleteItem",
          "ConditionCheck", "ConditionCheckItem");

  private final URI aws;
  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Set<String> actions = new TreeSet<>();

  CalledActions(URI aws) throws IOException {
    this.aws = aws;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::pass);
    server.start();
  }

  URI endpoint() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** What was called, such as {@code dynamodb:PutItem table/dev-outbox}. */
  synchronized Set<String> actions() {
    return new TreeSet<>(actions);
  }

  private void pass(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    record(exchange.getRequestHeaders().getFirst("X-Amz-Target"), JSON.readTree(body));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(aws.resolve(exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!SET_BY_THE_CLIENT.contains(name.toLowerCase())) {
                values.forEach(value -> request.header(name, value));
              }
            });
    try {
      HttpResponse<byte[]> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      response
          .headers()
          .firstValue("Content-Type")
          .ifPresent(type -> exchange.getResponseHeaders().add("Content-Type", type));
      exchange.sendResponseHeaders(
          response.statusCode(), response.body().length == 0 ? -1 : response.body().length);
      exchange.getResponseBody().write(response.body());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }

  private synchronized void record(String target, JsonNode body) {
    String operation = target.substring(target.indexOf('.') + 1);
    if (target.startsWith("AmazonSQS")) {
      String queue = body.path("QueueName").asText(body.path("QueueUrl").asText());
      actions.add(
          "sqs:"
              + operation.replace("Batch", "")
              + " "
              + queue.substring(queue.lastIndexOf('/') + 1));
    } else {
      called(operation, body).forEach(action -> actions.add("dynamodb:" + action));
    }
  }

  private static Stream<String> called(String operation, JsonNode body) {
    return switch (operation) {
      case "TransactWriteItems" ->
          body.path("TransactItems")
              .valueStream()
              .flatMap(item -> item.properties().stream())
              .map(part -> PARTS.get(part.getKey()) + table(part.getValue().path("TableName")));
      case "BatchGetItem" ->
          body.path("RequestItems")
              .propertyStream()
              .map(table -> operation + " table/" + table.getKey());
      default -> Stream.of(operation + table(body.path("TableName")));
    };
  }

  private static String table(JsonNode name) {
    return " table/" + name.asText();
  }

  @Override
  public void close() {
    server.stop(0);
    http.close();
  }
}
