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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes batches of events; refuses those whose id says so. */
public final class StandInApi implements AutoCloseable {

  /** The id of an event that is refused. */
  public static final String BAD = "bad";

  /** The id of an event that is never taken, for want of time. */
  static final String BUSY = "busy";

  /** The id of an event that is taken the second time. */
  static final String BUSY_ONCE = "busy-once";

  /** The id of an event at which the connection breaks, the first time. */
  static final String LOST_ONCE = "lost-once";

  /** The id of an event at which the connection breaks. */
  static final String LOST = "lost";

  /** The id of an event of which the answer says nothing. */
  static final String FORGOTTEN = "forgotten";

  /** The token that is refused. */
  public static final String WRONG_TOKEN = "wrong";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

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
      String id = event.path("id").asText();
      boolean first = seen.add(id);
      if (id.equals(LOST) || (first && id.equals(LOST_ONCE))) {
        exchange.close();
        return;
      }
      if (!id.equals(FORGOTTEN)) {
        results.add(result(id, first));
      }
    }
    send(exchange, 202, answer.toString());
  }

  private static ObjectNode result(String id, boolean first) {
    ObjectNode result = JSON.createObjectNode().put("id", id);
    if (id.equals(BAD)) {
      ObjectNode problem = result.put("accepted", false).putObject("problem");
      problem.put("title", "Invalid event").put("status", 400).put("detail", "time is missing");
      problem.putArray("errors").addObject().put("field", "time").put("rule", "is missing");
    } else if (id.equals(BUSY) || (first && id.equals(BUSY_ONCE))) {
      ObjectNode problem = result.put("accepted", false).putObject("problem");
      problem.put("title", "Busy").put("status", 503).put("detail", "send the same again later");
    } else {
      result.put("accepted", true);
    }
    return result;
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
