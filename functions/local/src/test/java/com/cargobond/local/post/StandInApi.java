package com.cargobond.local.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes batches of events; refuses those whose id says so. */
public final class StandInApi implements AutoCloseable {

  /** The id of an event that is refused. */
  public static final String BAD = "bad";

  /** The token that is refused. */
  public static final String WRONG_TOKEN = "wrong";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
  private final List<String> tokens = new CopyOnWriteArrayList<>();

  /** Starts on a free port. */
  public StandInApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/events", this::answer);
    server.start();
  }

  /** Where it answers. */
  public URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** The batches that came. */
  public List<JsonNode> bodies() {
    return bodies;
  }

  /** The token of each batch. */
  public List<String> tokens() {
    return tokens;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String token = exchange.getRequestHeaders().getFirst("Authorization").substring(7);
    JsonNode body = JSON.readTree(exchange.getRequestBody());
    if (token.equals(WRONG_TOKEN)) {
      send(exchange, 401, "{\"title\": \"Unauthorized\", \"status\": 401}");
      return;
    }
    tokens.add(token);
    bodies.add(body);
    ObjectNode answer = JSON.createObjectNode();
    var results = answer.putArray("results");
    for (JsonNode event : body) {
      ObjectNode result = results.addObject().put("id", event.path("id").asText());
      boolean accepted = !event.path("id").asText().equals(BAD);
      result.put("accepted", accepted);
      if (!accepted) {
        ObjectNode problem = result.putObject("problem").put("title", "Invalid event");
        problem.put("status", 400).put("detail", "time is missing");
        problem.putArray("errors").addObject().put("field", "time").put("rule", "is missing");
      }
    }
    send(exchange, 202, answer.toString());
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
