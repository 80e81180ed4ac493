package com.cargobond.store.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;

/** A request goes out whole, and an answer of any status comes back with its headers and body. */
class BufferedHttpClientTest {

  private final BufferedHttpClient client = new BufferedHttpClient();
  private final List<String> connections = new ArrayList<>();
  private HttpServer service;

  @BeforeEach
  void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext("/200", exchange -> echo(exchange, 200));
    service.createContext("/400", exchange -> echo(exchange, 400));
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  @Test
  void sends_the_body_and_reads_the_answer() throws IOException {
    HttpExecuteResponse answer = call(uri("/200"), "question");
    assertThat(answer.httpResponse().statusCode()).isEqualTo(200);
    assertThat(answer.httpResponse().firstMatchingHeader("X-Length")).contains("8");
    assertThat(body(answer)).isEqualTo("question");
  }

  @Test
  void an_error_has_its_body_too() throws IOException {
    HttpExecuteResponse answer = call(uri("/400"), "refused");
    assertThat(answer.httpResponse().statusCode()).isEqualTo(400);
    assertThat(body(answer)).isEqualTo("refused");
  }

  @Test
  void a_connection_is_used_again() throws IOException {
    body(call(uri("/200"), "one"));
    body(call(uri("/200"), "two"));
    assertThat(connections).hasSize(2).containsOnly(connections.getFirst());
  }

  @Test
  void a_kept_connection_that_the_service_closed_is_replaced() throws Exception {
    try (ServerSocket closing = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      Thread answering = Thread.ofVirtual().start(() -> answerOnceEach(closing, 2));
      URI address = URI.create("http://localhost:" + closing.getLocalPort());
      assertThat(body(call(address, "one"))).isEqualTo("ok");
      assertThat(body(call(address, "two"))).isEqualTo("ok");
      answering.join();
    }
  }

  @Test
  void a_service_that_is_not_there_fails() throws IOException {
    int free;
    try (ServerSocket port = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      free = port.getLocalPort();
    }
    assertThatThrownBy(() -> call(URI.create("http://localhost:" + free), "question"))
        .isInstanceOf(IOException.class);
  }

  /** Says that it keeps the connection, and closes it all the same. */
  private static void answerOnceEach(ServerSocket server, int times) {
    byte[] answer =
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: keep-alive\r\n\r\nok"
            .getBytes(StandardCharsets.US_ASCII);
    try {
      for (int i = 0; i < times; i++) {
        try (Socket connection = server.accept()) {
          if (connection.getInputStream().read(new byte[4096]) < 0) {
            throw new IOException("no question");
          }
          connection.getOutputStream().write(answer);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void echo(HttpExchange exchange, int status) throws IOException {
    try (exchange) {
      connections.add(exchange.getRemoteAddress().toString());
      byte[] question = exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("X-Length", Integer.toString(question.length));
      exchange.sendResponseHeaders(status, question.length);
      exchange.getResponseBody().write(question);
    }
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + service.getAddress().getPort() + path);
  }

  private HttpExecuteResponse call(URI uri, String question) throws IOException {
    byte[] bytes = question.getBytes(StandardCharsets.UTF_8);
    return client
        .prepareRequest(
            HttpExecuteRequest.builder()
                .request(
                    SdkHttpFullRequest.builder()
                        .uri(uri)
                        .method(SdkHttpMethod.POST)
                        .putHeader("Content-Length", Integer.toString(bytes.length))
                        .build())
                .contentStreamProvider(() -> new ByteArrayInputStream(bytes))
                .build())
        .call();
  }

  private static String body(HttpExecuteResponse answer) throws IOException {
    try (InputStream body = answer.responseBody().orElseThrow()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
