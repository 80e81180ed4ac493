package com.cargobond.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a function's process finds behind {@code AWS_LAMBDA_RUNTIME_API}. */
class RuntimeApiTest {

  private final RuntimeApi api = new RuntimeApi(Duration.ofSeconds(30));
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void hands_out_an_event_and_takes_the_answer() throws Exception {
    CompletableFuture<byte[]> answer = api.invoke("an event".getBytes(UTF_8));

    HttpResponse<String> next = next();
    assertThat(next.body()).isEqualTo("an event");
    assertThat(next.headers().firstValue("Lambda-Runtime-Deadline-Ms")).isPresent();
    int status = post("invocation/" + id(next) + "/response", "an answer");

    assertThat(status).isEqualTo(202);
    assertThat(answer.join()).asString(UTF_8).isEqualTo("an answer");
  }

  @Test
  void fails_the_call_with_what_the_function_says() throws Exception {
    CompletableFuture<byte[]> answer = api.invoke(new byte[] {'1'});

    post("invocation/" + id(next()) + "/error", "{\"errorMessage\":\"no\"}");

    assertThatThrownBy(answer::join)
        .hasCauseInstanceOf(FunctionError.class)
        .cause()
        .hasMessage("{\"errorMessage\":\"no\"}");
  }

  @Test
  void fails_the_calls_before_and_after_when_the_function_cannot_initialise() throws Exception {
    CompletableFuture<byte[]> before = api.invoke(new byte[] {'1'});

    post("init/error", "no region");

    assertThatThrownBy(before::join).hasMessageContaining("no region");
    assertThatThrownBy(api.invoke(new byte[] {'2'})::join).hasMessageContaining("no region");
  }

  @Test
  void knows_no_answer_to_what_it_did_not_hand_out() throws Exception {
    assertThat(post("invocation/unknown/response", "x")).isEqualTo(404);
  }

  private HttpResponse<String> next() throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(uri("invocation/next")).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String id(HttpResponse<String> next) {
    return next.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
  }

  private int post(String path, String body) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(uri(path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private URI uri(String path) {
    return URI.create("http://" + api.address() + "/2018-06-01/runtime/" + path);
  }
}
