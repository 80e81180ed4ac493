package com.cargobond.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

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
    assertThat(payload.get()).isNull();
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
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
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
