package com.cargobond.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests become payloads of API Gateway's version 2.0, and answers become responses. */
class HttpGatewayTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BODY_BYTES_MAX = 10 * 1024 * 1024;

  private final AtomicReference<JsonNode> payload = new AtomicReference<>();

  @Test
  void hands_over_method_path_query_headers_and_body() throws Exception {
    HttpRequest.Builder request =
        request("/v1/events?limit=2&after=a%20b")
            .header("X-Trace", "t1")
            .method("PUT", BodyPublishers.ofString("body"));

    send(request, answering("{\"statusCode\": 204}"));

    JsonNode seen = payload.get();
    assertThat(seen.path("requestContext").path("http").path("method").asText()).isEqualTo("PUT");
    assertThat(seen.path("rawPath").asText()).isEqualTo("/v1/events");
    assertThat(seen.path("rawQueryString").asText()).isEqualTo("limit=2&after=a%20b");
    assertThat(seen.path("headers").path("x-trace").asText()).isEqualTo("t1");
    assertThat(Base64.getDecoder().decode(seen.path("body").asText())).asString().isEqualTo("body");
    assertThat(seen.path("isBase64Encoded").asBoolean()).isTrue();
  }

  @Test
  void answers_with_status_headers_cookies_and_text() throws Exception {
    HttpResponse<String> response =
        send(
            request("/"),
            answering(
                """
                {"statusCode": 201, "body": "made", "headers": {"Location": "/v1/x"},
                 "multiValueHeaders": {"Vary": ["A", "B"]}, "cookies": ["k=v", "l=w"]}"""));

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.body()).isEqualTo("made");
    assertThat(response.headers().firstValue("Location")).contains("/v1/x");
    assertThat(response.headers().allValues("Vary")).containsExactly("A", "B");
    assertThat(response.headers().allValues("Set-Cookie")).containsExactlyInAnyOrder("k=v", "l=w");
  }

  @Test
  void answers_with_bytes() throws Exception {
    String encoded = Base64.getEncoder().encodeToString("bytes".getBytes(UTF_8));

    assertThat(
            send(
                    request("/"),
                    answering(
                        "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\""
                            + encoded
                            + "\"}"))
                .body())
        .isEqualTo("bytes");
  }

  @Test
  void says_the_length_itself() throws Exception {
    HttpResponse<String> response =
        send(
            request("/"),
            answering(
                """
                {"statusCode": 200, "body": "whole", "headers": {"content-length": "3"}}"""));

    assertThat(response.body()).isEqualTo("whole");
    assertThat(response.headers().firstValue("Content-Length")).contains("5");
  }

  @Test
  void an_answer_that_is_framed_otherwise_is_a_bad_gateway() throws Exception {
    HttpResponse<String> response =
        send(
            request("/"),
            answering(
                """
                {"statusCode": 200, "body": "whole", "headers": {"transfer-encoding": ""}}"""));

    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(response.headers().firstValue("Transfer-Encoding")).isEmpty();
  }

  @Test
  void a_function_that_fails_is_a_bad_gateway() throws Exception {
    HttpResponse<String> response =
        send(
            request("/"),
            event -> {
              throw FunctionError.of("Runtime.ExitError", "the process ended with 1");
            });

    assertThat(response.statusCode()).isEqualTo(502);
  }

  @Test
  void a_body_over_its_bound_never_reaches_the_function() throws Exception {
    HttpResponse<String> response =
        send(
            request("/").POST(BodyPublishers.ofByteArray(new byte[BODY_BYTES_MAX + 1])),
            answering("{\"statusCode\": 200}"));

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(payload.get()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'GET / HTTP/1.1\r\n\r\n', 400",
    "'GET /\r\n\r\n', 400",
    "'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: many\r\n\r\n', 400",
    "'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n', 400",
    "'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 99\r\n\r\nhalf', 408"
  })
  void a_request_that_is_malformed_or_late_is_answered_with_a_problem(String request, int status)
      throws IOException {
    isProblem(exchange(request), status);
    assertThat(payload.get()).isNull();
  }

  @Test
  void headers_over_their_bound_are_answered_with_a_problem() throws IOException {
    isProblem(exchange("GET / HTTP/1.1\r\nX: " + "x".repeat(30_000) + "\r\n\r\n"), 431);
  }

  @Test
  void a_target_over_its_bound_is_answered_with_a_problem() throws IOException {
    isProblem(exchange("GET /" + "x".repeat(30_000) + " HTTP/1.1\r\nHost: h\r\n\r\n"), 414);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no JSON",
        "{}",
        "{\"statusCode\": 200, \"body\": \"?\", \"isBase64Encoded\": true}",
        "{\"statusCode\": 200, \"headers\": {\"X\": \"a\\nb\"}}"
      })
  void an_answer_that_is_none_is_a_bad_gateway_with_a_problem(String answer) throws Exception {
    HttpResponse<String> response = send(request("/"), answering(answer));

    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void a_path_with_a_bare_per_cent_sign_reaches_the_function() throws IOException {
    exchange("GET /v1/%zz HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");

    assertThat(payload.get().path("rawPath").asText()).isEqualTo("/v1/%zz");
  }

  private static void isProblem(String answer, int status) {
    assertThat(answer)
        .matches("(?s)HTTP/1[.][01] " + status + " .*")
        .containsIgnoringCase("content-type: application/problem+json")
        .containsIgnoringCase("cache-control: no-store")
        .containsIgnoringCase("x-content-type-options: nosniff")
        .contains("\"status\":" + status);
  }

  /** What comes back for these bytes, to the end of the connection. */
  private String exchange(String request) throws IOException {
    int free = freePort();
    try (HttpGateway gateway =
            new HttpGateway(free, answering("{\"statusCode\": 204}"), Duration.ofMillis(300));
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), free)) {
      assertThat(gateway).isNotNull();
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private UnaryOperator<byte[]> answering(String answer) {
    return event -> {
      try {
        payload.set(JSON.readTree(event));
      } catch (IOException malformed) {
        throw new AssertionError(malformed);
      }
      return answer.getBytes(UTF_8);
    };
  }

  private int port;

  private HttpRequest.Builder request(String path) throws IOException {
    port = freePort();
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request, UnaryOperator<byte[]> function)
      throws IOException, InterruptedException {
    try (HttpGateway gateway = new HttpGateway(port, function);
        HttpClient http = HttpClient.newHttpClient()) {
      assertThat(gateway).isNotNull();
      return http.send(request.build(), BodyHandlers.ofString());
    }
  }
}
