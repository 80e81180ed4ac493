package com.cargobond.bench.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of the database comes back as it answered, and the time that it took is known. */
class DatabaseRelayTest {

  private HttpServer database;
  private DatabaseRelay relay;

  @BeforeEach
  void start() throws IOException {
    database = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    database.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] question = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, question.length);
            exchange.getResponseBody().write(question);
          }
        });
    database.start();
    relay = new DatabaseRelay(URI.create("http://localhost:" + database.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    relay.close();
    database.stop(0);
  }

  @Test
  void answers_as_the_database_does() throws Exception {
    assertThat(ask("question")).isEqualTo("question");
  }

  @Test
  void counts_what_was_waited_since_a_moment_and_only_once() throws Exception {
    ask("before");
    long now = System.nanoTime();
    assertThat(relay.takeNanosSince(now)).isZero();
    ask("after");
    long tookNanos = System.nanoTime() - now;
    assertThat(relay.takeNanosSince(now)).isPositive().isLessThan(tookNanos);
    assertThat(relay.takeNanosSince(now)).isZero();
  }

  private String ask(String question) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(relay.endpoint()).POST(BodyPublishers.ofString(question)).build();
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }
}
