package com.cargobond.bench.coldstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A request reaches the API, and its answer comes back, as API Gateway passes them on. */
class ApiRequestTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void a_get_is_a_payload_of_version_two_with_the_token() throws IOException {
    JsonNode event = JSON.readTree(ApiRequest.get("/v1/guarantees/g1", "token").event());
    assertThat(event.path("version").asText()).isEqualTo("2.0");
    assertThat(event.path("rawPath").asText()).isEqualTo("/v1/guarantees/g1");
    assertThat(event.at("/requestContext/http/method").asText()).isEqualTo("GET");
    assertThat(event.at("/headers/authorization").asText()).isEqualTo("Bearer token");
    assertThat(event.has("body")).isFalse();
  }

  @Test
  void a_post_carries_its_body_and_what_it_is() throws IOException {
    JsonNode event = JSON.readTree(ApiRequest.post("/v1/guarantees", "token", "{}").event());
    assertThat(event.path("body").asText()).isEqualTo("{}");
    assertThat(event.at("/headers/content-type").asText()).isEqualTo("application/json");
  }

  @Test
  void a_body_in_base_64_is_read_as_well_as_one_in_plain_text() {
    assertThat(answer("{\"statusCode\": 200, \"body\": \"{\\\"a\\\": 1}\"}").at("/a").asInt())
        .isEqualTo(1);
    assertThat(
            answer("{\"statusCode\": 200, \"isBase64Encoded\": true, \"body\": \"eyJhIjogMX0=\"}")
                .at("/a")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void an_answer_that_is_no_success_stops_the_bench() {
    assertThatThrownBy(() -> answer("{\"statusCode\": 401, \"body\": \"\"}"))
        .isInstanceOf(BenchFailure.class)
        .hasMessageContaining("401");
  }

  private static JsonNode answer(String response) {
    return ColdApi.success(response.getBytes(StandardCharsets.UTF_8)).body();
  }
}
