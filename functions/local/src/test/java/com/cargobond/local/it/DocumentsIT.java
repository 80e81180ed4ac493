package com.cargobond.local.it;

import static com.cargobond.local.it.Refusals.isRefused;
import static com.cargobond.local.it.Requests.anonymous;
import static com.cargobond.local.it.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import com.cargobond.domain.capability.Capabilities;
import com.cargobond.domain.event.EventType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What tells a client how to call: the description of the API and the events' schemas. */
@ExtendWith(SharedSystem.class)
class DocumentsIT {

  @Test
  void the_api_describes_itself() {
    Map<String, Object> paths =
        anonymous()
            .queryParam("format", "json")
            .get("/openapi")
            .then()
            .statusCode(200)
            .body("info.title", equalTo("Cargobond"))
            .body("components.securitySchemes", hasKey("SecurityScheme"))
            .extract()
            .path("paths");

    assertThat(paths)
        .containsKeys(
            "/v1/guarantees",
            "/v1/guarantees/{id}",
            "/v1/guarantees/{id}/registration",
            "/v1/guarantees/{id}/refusal",
            "/v1/guarantees/{id}/amendments",
            "/v1/guarantees/{id}/suspension",
            "/v1/guarantees/{id}/resumption",
            "/v1/guarantees/{id}/cancellation",
            "/v1/guarantees/{id}/release",
            "/v1/guarantees/{id}/shipments",
            "/v1/guarantees/{id}/demands",
            "/v1/demands/{demandId}/decision",
            "/v1/demands/{demandId}/payment",
            "/v1/demands/{demandId}/reimbursement",
            "/v1/events",
            "/v1/shipments/{uscc}/{houseWaybill}");
  }

  @DisabledIfSystemProperty(
      named = "cargobond.it.run",
      matches = ".*--native.*",
      disabledReason = "the deployed API does not carry Swagger UI")
  @Test
  void swagger_ui_answers() {
    anonymous().get("/swagger-ui").then().statusCode(200).body(containsString("swagger-ui"));
  }

  static List<String> postableTypes() {
    return Capabilities.ALL.events().all().stream()
        .filter(type -> type.isCargo() || type.isCustoms())
        .map(EventType::wireName)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("postableTypes")
  void each_event_type_has_a_schema(String type) {
    anonymous()
        .get("/schemas/" + type + ".json")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("$schema", equalTo("https://json-schema.org/draft/2020-12/schema"))
        .body("properties.type.const", equalTo(type));
  }

  @Test
  void a_path_or_a_method_that_does_not_exist_is_a_problem_like_all_others() {
    isRefused(as(Bearer.bank()).get("/v1/nothing"), 404);
    isRefused(as(Bearer.bank()).delete("/v1/guarantees"), 405);
    isRefused(as(Bearer.bank()).accept("text/xml").get("/v1/guarantees/x"), 406);
    isRefused(as(Bearer.bank()).header("Accept", "nonsense").get("/v1/guarantees/x"), 406);
  }
}
