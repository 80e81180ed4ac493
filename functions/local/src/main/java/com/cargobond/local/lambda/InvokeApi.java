package com.cargobond.local.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lambda's Invoke API, for the functions that a caller names and waits for. */
public final class InvokeApi implements AutoCloseable {

  private static final Pattern INVOCATION =
      Pattern.compile("/2015-03-31/functions/([A-Za-z0-9_-]{1,64})/invocations");

  /** Lambda's own bound on a payload that is waited for. */
  private static final int PAYLOAD_BYTES_MAX = 6 * 1024 * 1024;

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int TOO_LARGE = 413;

  private final HttpServer server;
  private final Map<String, UnaryOperator<byte[]>> functions;

  /**
   * Listens on a free port of this machine.
   *
   * @param functions by name; each fails with a {@link FunctionError}
   */
  public InvokeApi(Map<String, UnaryOperator<byte[]>> functions) {
    this.functions = Map.copyOf(functions);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException unavailable) {
      throw new UncheckedIOException("no port for the invoke API", unavailable);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  /** What a client takes as its endpoint. */
  public URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] payload = exchange.getRequestBody().readNBytes(PAYLOAD_BYTES_MAX + 1);
      Optional<UnaryOperator<byte[]>> function = function(exchange);
      if (function.isEmpty()) {
        fail(exchange, NOT_FOUND, "ResourceNotFoundException", "Function not found");
      } else if (payload.length > PAYLOAD_BYTES_MAX) {
        fail(exchange, TOO_LARGE, "RequestTooLargeException", "Request must be at most 6 MB");
      } else {
        invoke(exchange, function.get(), payload);
      }
    }
  }

  private Optional<UnaryOperator<byte[]>> function(HttpExchange exchange) {
    Matcher path = INVOCATION.matcher(exchange.getRequestURI().getPath());
    return path.matches() && exchange.getRequestMethod().equals("POST")
        ? Optional.ofNullable(functions.get(path.group(1)))
        : Optional.empty();
  }

  private static void invoke(HttpExchange exchange, UnaryOperator<byte[]> function, byte[] payload)
      throws IOException {
    try {
      answer(exchange, OK, function.apply(payload));
    } catch (FunctionError failed) {
      exchange.getResponseHeaders().set("X-Amz-Function-Error", "Unhandled");
      answer(exchange, OK, failed.getMessage().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void fail(HttpExchange exchange, int status, String type, String message)
      throws IOException {
    exchange.getResponseHeaders().set("X-Amzn-ErrorType", type);
    String body = "{\"Type\":\"User\",\"Message\":\"" + message + "\"}";
    answer(exchange, status, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
