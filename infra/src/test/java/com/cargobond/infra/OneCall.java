package com.cargobond.infra;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lambda's Runtime API for a single call of an executable. */
final class OneCall {

  private static final int TIMEOUT_SECONDS = 30;

  private OneCall() {}

  /** Starts the executable, hands it the event, and answers with what it answers. */
  static String of(Path executable, Map<String, String> environment, String event)
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
    ProcessBuilder builder =
        new ProcessBuilder(executable.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", "localhost:" + api.getAddress().getPort());
    Process process = builder.start();
    try {
      return answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } finally {
      process.destroy();
      api.stop(0);
    }
  }

  private static void respond(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
