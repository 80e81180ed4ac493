package com.cargobond.local.it;

import static com.cargobond.local.it.Application.aGuarantee;
import static com.cargobond.local.it.Requests.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A bank's system invokes the function that says where a guarantee stands. */
@ExtendWith(SharedSystem.class)
class PositionIT {

  private static final String FUNCTION_ERROR = "X-Amz-Function-Error";

  private final RunningSystem system;

  PositionIT(RunningSystem system) {
    this.system = system;
  }

  @Test
  void answers_with_what_is_reserved_and_what_is_left() {
    IssuedGuarantee guarantee = aGuarantee().withLimit("1000.00").active();
    tell(Consignment.on(guarantee).declared("692.30"));

    Response answer = ask(Fields.of("guaranteeId", guarantee.id()));

    answer
        .then()
        .statusCode(200)
        .header(FUNCTION_ERROR, (String) null)
        .body("guaranteeId", equalTo(guarantee.id()))
        .body("status", equalTo("ACTIVE"))
        .body("currency", equalTo("CNY"))
        .body("position.limit", equalTo("1000.00"))
        .body("position.reserved", equalTo("692.30"))
        .body("position.available", equalTo("307.70"));
  }

  @Test
  void finds_a_guarantee_by_its_registration_number() {
    IssuedGuarantee guarantee = aGuarantee().active();

    assertThat(
            ask(Fields.of("registrationNo", guarantee.registrationNo()))
                .<String>path("guaranteeId"))
        .isEqualTo(guarantee.id());
  }

  @Test
  void says_that_there_is_no_such_guarantee() {
    refuses(ask(Fields.of("registrationNo", "GB-UNKNOWN-1")), "there is no such guarantee");
  }

  @Test
  void asks_for_exactly_one_of_the_two() {
    refuses(ask(Fields.of()), "give either guaranteeId or registrationNo");
  }

  @Test
  void a_question_of_another_form_is_refused_as_such() {
    refuses(
        ask(Fields.of("guaranteeId", Fields.of("value", "G-1"))),
        "the payload is not the JSON that this function reads");
  }

  @Test
  void a_function_that_cannot_be_invoked_is_not_found() {
    invoke("apply-events", Fields.of()).then().statusCode(404);
  }

  private static void refuses(Response answer, String rule) {
    answer
        .then()
        .statusCode(200)
        .header(FUNCTION_ERROR, "Unhandled")
        .body("errorType", equalTo("InvalidInput"))
        .body("errorMessage", equalTo(rule));
  }

  private Response ask(Map<String, Object> question) {
    return invoke("position", question);
  }

  private Response invoke(String function, Map<String, Object> payload) {
    return RestAssured.given()
        .body(Fields.json(payload))
        .post(system.functionsEndpoint() + "/2015-03-31/functions/" + function + "/invocations");
  }
}
