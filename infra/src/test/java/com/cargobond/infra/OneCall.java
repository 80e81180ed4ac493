package com.cargobond.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lambda's Runtime API for a single call of an executable. */
final class OneCall {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TIMEOUT_SECONDS = 30;

  private OneCall() {}

  /**
   * What came of a call.
   *
   * @param body what it answers, or the error
   * @param lines what it logged
   */
  record Answer(String body, List<JsonNode> lines) {}

  /** Starts the executable, and hands it the event. */
  static Answer of(Path executable, Map<String, String> environment, String event)
      throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    AtomicBoolean given = new AtomicBoolean();
    HttpServer api =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    api.createContext(
        "/2018-06-01/runtime/invocation/next",
        exchange -> {
          if (given.getAndSet(true)) {
            // As Lambda, which freezes it until there is another.
            answer.join();
          } else {
            exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", "1");
            exchange.getResponseHeaders().add("Lambda-Runtime-Deadline-Ms", "4102444800000");
            respond(exchange, 200, event);
          }
        });
    api.createContext(
        "/2018-06-01/runtime/invocation/1/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          respond(exchange, 202, "");
          answer.complete(body);
        });
    api.start();
    Path log = Files.createTempFile("function", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(executable.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", "localhost:" + api.getAddress().getPort());
    Process process = builder.start();
    try {
      String body = answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      return new Answer(body, lines(log));
    } finally {
      process.destroy();
      api.stop(0);
      Files.delete(log);
    }
  }

  private static List<JsonNode> lines(Path log) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private static void respond(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
