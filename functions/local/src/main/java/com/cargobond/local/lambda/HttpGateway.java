package com.cargobond.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/** API Gateway's HTTP API: hands each request to a function as a payload of version 2.0. */
public final class HttpGateway implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(HttpGateway.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** API Gateway's own bound on a payload. */
  private static final int BODY_BYTES_MAX = 10 * 1024 * 1024;

  private static final int TOO_LARGE = 413;
  private static final int BAD_GATEWAY = 502;

  private final HttpServer server;
  private final UnaryOperator<byte[]> function;

  /** Listens on the port and gives every request to the function. */
  public HttpGateway(int port, UnaryOperator<byte[]> function) {
    this.function = function;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException taken) {
      throw new UncheckedIOException("port " + port + " cannot be used", taken);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
      if (body.length > BODY_BYTES_MAX) {
        exchange.sendResponseHeaders(TOO_LARGE, -1);
        return;
      }
      try {
        answer(exchange, JSON.readTree(function.apply(event(exchange, body))));
      } catch (FunctionError failed) {
        LOG.error("the function failed", failed);
        exchange.sendResponseHeaders(BAD_GATEWAY, -1);
      }
    }
  }

  private static byte[] event(HttpExchange exchange, byte[] body) throws IOException {
    ObjectNode event = JSON.createObjectNode();
    String query = exchange.getRequestURI().getRawQuery();
    event.put("version", "2.0");
    event.put("routeKey", "$default");
    event.put("rawPath", exchange.getRequestURI().getRawPath());
    event.put("rawQueryString", query == null ? "" : query);
    ObjectNode headers = event.putObject("headers");
    for (Map.Entry<String, List<String>> header : exchange.getRequestHeaders().entrySet()) {
      headers.put(header.getKey().toLowerCase(Locale.ROOT), String.join(",", header.getValue()));
    }
    ObjectNode context = event.putObject("requestContext");
    context.put("requestId", UUID.randomUUID().toString());
    context.put("stage", "$default");
    context.put("timeEpoch", Instant.now().toEpochMilli());
    ObjectNode http = context.putObject("http");
    http.put("method", exchange.getRequestMethod());
    http.put("path", exchange.getRequestURI().getRawPath());
    http.put("protocol", "HTTP/1.1");
    http.put("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress());
    if (body.length > 0) {
      event.put("body", Base64.getEncoder().encodeToString(body));
      event.put("isBase64Encoded", true);
    }
    return JSON.writeValueAsBytes(event);
  }

  private static void answer(HttpExchange exchange, JsonNode response) throws IOException {
    response
        .path("headers")
        .properties()
        .forEach(
            header ->
                exchange.getResponseHeaders().set(header.getKey(), header.getValue().asText()));
    response
        .path("multiValueHeaders")
        .properties()
        .forEach(
            header ->
                header
                    .getValue()
                    .forEach(
                        value ->
                            exchange.getResponseHeaders().add(header.getKey(), value.asText())));
    response
        .path("cookies")
        .forEach(cookie -> exchange.getResponseHeaders().add("Set-Cookie", cookie.asText()));
    // A function answers whole. A client would wait for ever for the end of what is said to come in
    // another framing, and a deployed gateway may pass that on.
    if (exchange.getResponseHeaders().containsKey("Transfer-Encoding")) {
      exchange.getResponseHeaders().clear();
      throw FunctionError.of("Gateway.Framing", "the answer has a Transfer-Encoding");
    }
    // The length is this server's to say.
    exchange.getResponseHeaders().remove("Content-Length");
    String text = response.path("body").asText("");
    byte[] body =
        response.path("isBase64Encoded").asBoolean()
            ? Base64.getDecoder().decode(text)
            : text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(
        response.path("statusCode").asInt(BAD_GATEWAY), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
