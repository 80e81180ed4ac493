package com.cargobond.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Functions are invoked by name as Lambda's API does it. */
class InvokeApiTest {

  private final HttpClient client = HttpClient.newHttpClient();
  private final InvokeApi api =
      new InvokeApi(
          Map.of(
              "echo",
              payload -> payload,
              "broken",
              payload -> {
                throw FunctionError.of("java.lang.IllegalStateException", "out of order");
              }));

  @AfterEach
  void close() {
    api.close();
    client.close();
  }

  @Test
  void a_function_answers_with_its_payload() throws Exception {
    HttpResponse<String> answer = invoke("echo", "{\"a\":1}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"a\":1}");
    assertThat(answer.headers().firstValue("X-Amz-Function-Error")).isEmpty();
  }

  @Test
  void what_a_function_throws_is_an_answer_that_is_marked() throws Exception {
    HttpResponse<String> answer = invoke("broken", "{}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("X-Amz-Function-Error")).contains("Unhandled");
    assertThat(answer.body())
        .contains(
            """
            "errorType":"java.lang.IllegalStateException\"""",
            "out of order");
  }

  @Test
  void an_unknown_function_is_not_found() throws Exception {
    HttpResponse<String> answer = invoke("nothing", "{}");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("X-Amzn-ErrorType"))
        .contains("ResourceNotFoundException");
  }

  @Test
  void a_payload_beyond_lambdas_bound_is_refused() throws Exception {
    HttpResponse<String> answer = invoke("echo", "x".repeat(6 * 1024 * 1024 + 1));

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  private HttpResponse<String> invoke(String function, String payload)
      throws IOException, InterruptedException {
    URI uri = api.address().resolve("/2015-03-31/functions/" + function + "/invocations");
    return client.send(
        HttpRequest.newBuilder(uri)
            .POST(HttpRequest.BodyPublishers.ofString(payload, StandardCharsets.UTF_8))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
