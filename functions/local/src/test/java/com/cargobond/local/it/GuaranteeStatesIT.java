package com.cargobond.local.it;

import static com.cargobond.local.it.Application.aGuarantee;
import static com.cargobond.local.it.Refusals.conflicts;
import static com.cargobond.local.it.Refusals.isRefused;
import static com.cargobond.local.it.Requests.as;
import static com.cargobond.local.it.Requests.guarantee;
import static com.cargobond.local.it.Requests.step;
import static com.cargobond.local.it.Requests.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps that a guarantee's present status, or another guarantee, does not allow. */
@ExtendWith(SharedSystem.class)
class GuaranteeStatesIT {

  private static final Map<String, List<String>> ALLOWED =
      Map.of(
          "SUBMITTED", List.of("registration", "refusal", "amendments", "cancellation"),
          "ACTIVE", List.of("amendments", "suspension", "cancellation"),
          "SUSPENDED", List.of("amendments", "resumption", "cancellation"),
          "RUN_OFF", List.of(),
          "REFUSED", List.of(),
          "CLOSED", List.of());

  private static final List<String> STEPS =
      List.of(
          "registration",
          "refusal",
          "amendments",
          "suspension",
          "resumption",
          "cancellation",
          "release");

  static Stream<Arguments> refusedSteps() {
    return ALLOWED.keySet().stream()
        .sorted()
        .flatMap(
            status ->
                STEPS.stream()
                    .filter(step -> !ALLOWED.get(status).contains(step))
                    .map(step -> Arguments.of(status, step)));
  }

  @ParameterizedTest(name = "{0}: no {1}")
  @MethodSource("refusedSteps")
  void a_step_that_the_status_does_not_allow_is_a_conflict(String status, String step) {
    IssuedGuarantee guarantee = thatIs(status);

    conflicts(take(step, guarantee), "wrong-state");

    assertThat(guarantee(guarantee).getString("status")).isEqualTo(status);
    assertThat(guarantee(guarantee).getInt("version")).isEqualTo(1);
  }

  @Test
  void a_registration_number_that_another_guarantee_has_is_a_conflict() {
    IssuedGuarantee first = aGuarantee().active();
    IssuedGuarantee second = aGuarantee().submitted();

    conflicts(
        step(Bearer.customs(), second, "registration", "registrationNo", first.registrationNo()),
        "duplicate");
    assertThat(guarantee(second).getString("status")).isEqualTo("SUBMITTED");
  }

  @ParameterizedTest
  @FieldSource("STEPS")
  void no_step_is_taken_on_an_unknown_guarantee(String step) {
    IssuedGuarantee unknown = new IssuedGuarantee("nowhere", Ids.operator(), "REG-nowhere");

    isRefused(take(step, unknown), 404);
  }

  @Test
  void an_unknown_guarantee_has_no_terms_no_shipments_and_no_demands() {
    isRefused(as(Bearer.bank()).get("/v1/guarantees/nowhere"), 404);
    isRefused(as(Bearer.bank()).get("/v1/guarantees/no~where"), 404);
    isRefused(as(Bearer.bank()).get("/v1/guarantees/nowhere/shipments"), 404);
    isRefused(as(Bearer.bank()).get("/v1/guarantees/nowhere/demands"), 404);
  }

  @Test
  void a_period_is_shortened_when_customs_accepts() {
    IssuedGuarantee guarantee = aGuarantee().active();

    step(Bearer.bank(), guarantee, "amendments", "coverTo", "2027-05-31")
        .then()
        .statusCode(202)
        .body("version", equalTo(2))
        .body("status", equalTo("PROPOSED"))
        .body("coverTo", equalTo("2027-05-31"));
    assertThat(guarantee(guarantee).getString("coverTo")).isEqualTo("2027-06-30");
    assertThat(guarantee(guarantee).getInt("version")).isEqualTo(1);
    assertThat(guarantee(guarantee).getString("amendment.status")).isEqualTo("PROPOSED");

    step(Bearer.customs(), guarantee, "amendments/2/acceptance")
        .then()
        .statusCode(200)
        .body("version", equalTo(2))
        .body("coverTo", equalTo("2027-05-31"));
    isGone(step(Bearer.customs(), guarantee, "amendments/2/acceptance"));
  }

  @Test
  void what_customs_does_not_accept_changes_nothing_and_tells_the_bank_why() {
    IssuedGuarantee guarantee = aGuarantee().active();
    for (int told = 0; told < 2; told++) {
      step(Bearer.bank(), guarantee, "amendments", "suretyshipTo", "2027-11-30")
          .then()
          .statusCode(202)
          .body("version", equalTo(2));
    }

    step(Bearer.customs(), guarantee, "amendments/2/rejection", "reason", "goods are out")
        .then()
        .statusCode(200)
        .body("version", equalTo(1))
        .body("suretyshipTo", equalTo("2027-12-31"))
        .body("amendment.status", equalTo("REJECTED"))
        .body("amendment.statusReason", equalTo("goods are out"));
    conflicts(step(Bearer.customs(), guarantee, "amendments/2/acceptance"), "wrong-state");
    for (String never : List.of("1", "3", "0", "02", "x", "99999999999")) {
      isGone(step(Bearer.customs(), guarantee, "amendments/" + never + "/acceptance"));
    }
  }

  private static void isGone(Response answer) {
    isRefused(answer, 404);
  }

  @Test
  void a_number_is_issued_once_by_a_guarantor() {
    Application first = aGuarantee();
    first.submitted();

    conflicts(first.with("limit.amount", "20.00").issue(), "duplicate");
  }

  private static IssuedGuarantee thatIs(String status) {
    return switch (status) {
      case "SUBMITTED" -> aGuarantee().submitted();
      case "REFUSED" -> after("refusal", aGuarantee().submitted());
      case "ACTIVE" -> aGuarantee().active();
      case "SUSPENDED" -> after("suspension", aGuarantee().active());
      case "CLOSED" -> after("release", after("cancellation", aGuarantee().active()));
      case "RUN_OFF" -> {
        IssuedGuarantee guarantee = aGuarantee().active();
        tell(Consignment.on(guarantee).declared("1.00"));
        yield after("cancellation", guarantee);
      }
      default -> throw new IllegalArgumentException(status);
    };
  }

  private static IssuedGuarantee after(String step, IssuedGuarantee guarantee) {
    take(step, guarantee).then().statusCode(200);
    return guarantee;
  }

  private static Response take(String step, IssuedGuarantee guarantee) {
    return switch (step) {
      case "registration" ->
          step(Bearer.customs(), guarantee, step, "registrationNo", guarantee.registrationNo());
      case "refusal" -> step(Bearer.customs(), guarantee, step, "reason", "no seal");
      case "amendments" -> step(Bearer.bank(), guarantee, step, "limit", Fields.money("20000.00"));
      case "cancellation" -> step(Bearer.bank(), guarantee, step);
      default -> step(Bearer.customs(), guarantee, step);
    };
  }
}
