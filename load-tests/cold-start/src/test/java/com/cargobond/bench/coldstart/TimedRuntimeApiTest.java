package com.cargobond.bench.coldstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.bench.coldstart.TimedRuntimeApi.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A process gets its one event as from Lambda, and what it posts is its answer. */
class TimedRuntimeApiTest {

  private final TimedRuntimeApi runtimeApi = new TimedRuntimeApi(bytes("{\"an\": \"event\"}"));
  private final HttpClient process = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    process.shutdownNow();
    runtimeApi.close();
  }

  @Test
  void next_answers_the_event_with_what_lambda_says_of_it() throws Exception {
    HttpResponse<String> next = next();
    assertThat(next.statusCode()).isEqualTo(200);
    assertThat(next.body()).isEqualTo("{\"an\": \"event\"}");
    assertThat(header(next, "Lambda-Runtime-Aws-Request-Id")).isNotBlank();
    assertThat(header(next, "Lambda-Runtime-Invoked-Function-Arn")).startsWith("arn:aws:lambda:");
    assertThat(Instant.ofEpochMilli(Long.parseLong(header(next, "Lambda-Runtime-Deadline-Ms"))))
        .isBetween(Instant.now(), Instant.now().plusSeconds(30));
  }

  @Test
  void a_response_is_the_answer_and_comes_after_next() throws Exception {
    long beforeNanos = System.nanoTime();
    post("invocation/" + requestId() + "/response", "done");
    Answer answer = runtimeApi.answer().get();
    assertThat(answer.body()).isEqualTo(bytes("done"));
    assertThat(answer.nextNanos()).isGreaterThan(beforeNanos);
    assertThat(answer.answeredNanos()).isGreaterThan(answer.nextNanos());
  }

  @Test
  void an_error_of_the_event_is_a_failure_with_what_was_said() throws Exception {
    post("invocation/" + requestId() + "/error", "it broke");
    assertFailure("it broke");
  }

  @Test
  void an_error_at_start_is_a_failure_with_what_was_said() throws Exception {
    post("init/error", "it never began");
    assertFailure("it never began");
  }

  @Test
  void there_is_no_second_event() throws Exception {
    next();
    CompletableFuture<HttpResponse<String>> second =
        process.sendAsync(request("invocation/next").build(), BodyHandlers.ofString());
    post("invocation/unknown/error", "after the second question");
    assertFailure("after the second question");
    assertThat(second).isNotDone();
  }

  private void assertFailure(String said) {
    assertThatThrownBy(() -> runtimeApi.answer().get())
        .hasCauseInstanceOf(BenchFailure.class)
        .hasMessageContaining(said);
  }

  private String requestId() throws Exception {
    return header(next(), "Lambda-Runtime-Aws-Request-Id");
  }

  private HttpResponse<String> next() throws IOException, InterruptedException {
    return process.send(request("invocation/next").build(), BodyHandlers.ofString());
  }

  private void post(String path, String body) throws IOException, InterruptedException {
    HttpRequest posted = request(path).POST(BodyPublishers.ofString(body)).build();
    assertThat(process.send(posted, BodyHandlers.discarding()).statusCode()).isEqualTo(202);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://" + runtimeApi.address() + "/2018-06-01/runtime/" + path));
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
