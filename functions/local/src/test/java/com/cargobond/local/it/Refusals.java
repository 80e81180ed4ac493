package com.cargobond.local.it;

import static com.cargobond.local.it.Requests.PROBLEM;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/** What a refused request is answered with. */
final class Refusals {

  private Refusals() {}

  /** A problem with this status and all that every problem has. */
  static Response isRefused(Response response, int status) {
    response.then().statusCode(status).contentType(PROBLEM);
    assertThat(response.<String>path("type")).startsWith("urn:cargobond:problem:");
    assertThat(response.<String>path("title")).isNotBlank();
    assertThat(response.<Integer>path("status")).isEqualTo(status);
    assertThat(response.<String>path("detail")).isNotBlank();
    return response;
  }

  /** A conflict, by the name of the rule. */
  static void conflicts(Response response, String rule) {
    isRefused(response, 409);
    assertThat(response.<String>path("type")).isEqualTo("urn:cargobond:problem:" + rule);
  }

  /** A bad request that breaks this one rule on this one field. */
  static void breaks(Response response, String field, String rule) {
    isRefused(response, 400);
    assertThat(response.<List<Map<String, String>>>path("errors"))
        .containsExactly(Map.of("field", field, "rule", rule));
  }
}
