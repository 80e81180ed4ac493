package com.cargobond.api.guarantee;

import static com.cargobond.api.fixture.Callers.anotherBank;
import static com.cargobond.api.fixture.Callers.anotherCarrier;
import static com.cargobond.api.fixture.Callers.anotherOffice;
import static com.cargobond.api.fixture.Callers.bank;
import static com.cargobond.api.fixture.Callers.carrier;
import static com.cargobond.api.fixture.Callers.customs;
import static com.cargobond.api.fixture.Callers.json;
import static com.cargobond.api.fixture.Callers.nobody;
import static com.cargobond.api.fixture.Callers.operations;
import static com.cargobond.api.fixture.Refusals.breaks;
import static com.cargobond.api.fixture.Refusals.conflicts;
import static com.cargobond.api.fixture.Refusals.isForbidden;
import static com.cargobond.api.fixture.Refusals.isNotThere;
import static com.cargobond.api.fixture.Refusals.isUnauthenticated;
import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.money;
import static org.hamcrest.Matchers.equalTo;

import com.cargobond.api.fixture.TestLedger;
import com.cargobond.domain.fixture.AGuarantee;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A guarantee's life, by the calls of the bank and of Customs. */
@QuarkusTest
class GuaranteesResourceTest {

  private static final String GUARANTEE = "/v1/guarantees/G-1";

  private TestLedger ledger;

  @BeforeEach
  void begin() {
    ledger = TestLedger.empty();
  }

  @Test
  void a_bank_issues_a_guarantee_which_customs_then_has_before_it() {
    ValidatableResponse issued =
        json(bank(), application()).post("/v1/guarantees").then().statusCode(201);

    String id = issued.body("status", equalTo("SUBMITTED")).extract().path("guaranteeId");
    issued.header("Location", equalTo("/v1/guarantees/" + id));
    carrier()
        .get("/v1/guarantees/" + id)
        .then()
        .statusCode(200)
        .body("principal.uscc", equalTo(AGuarantee.OPERATOR.value()))
        .body("limit.amount", equalTo("1000.00"))
        .body("position.available", equalTo("1000.00"));
  }

  @Test
  void a_bank_issues_in_its_own_name_only() {
    json(anotherBank(), application()).post("/v1/guarantees").then().spec(isForbidden());
    json(customs(), application()).post("/v1/guarantees").then().spec(isForbidden());
  }

  @Test
  void an_application_is_answered_with_the_field_that_breaks_a_rule() {
    json(bank(), application("coverTo", "2025-12-31"))
        .post("/v1/guarantees")
        .then()
        .spec(breaks("coverTo", "must not be before coverFrom"));
    json(bank(), application("type", "PROMISE"))
        .post("/v1/guarantees")
        .then()
        .spec(breaks("type", "must be one of"));
  }

  @Test
  void the_same_key_answers_the_same_again_and_no_other_application() {
    String first = issuedUnder("K-1", application()).statusCode(201).extract().path("guaranteeId");

    issuedUnder("K-1", application()).statusCode(201).body("guaranteeId", equalTo(first));
    issuedUnder("K-1", application("slices", 2)).spec(conflicts("duplicate"));
    issuedUnder("", application()).spec(breaks("Idempotency-Key", "must be 1 to 128"));
  }

  @Test
  void customs_registers_it_under_a_number_and_cover_begins() {
    ledger.submitted(aGuarantee());

    json(customs(), Map.of("registrationNo", "REG-1"))
        .post(GUARANTEE + "/registration")
        .then()
        .statusCode(200)
        .body("status", equalTo("ACTIVE"))
        .body("registrationNo", equalTo("REG-1"));
  }

  @Test
  void one_number_registers_one_guarantee() {
    ledger.active(aGuarantee().registeredAs("REG-1"));
    ledger.submitted(aGuarantee().withId("G-2").numbered("BANK-2026-002"));

    json(customs(), Map.of("registrationNo", "REG-1"))
        .post("/v1/guarantees/G-2/registration")
        .then()
        .spec(conflicts("duplicate"));
  }

  @Test
  void customs_refuses_it_and_says_why() {
    ledger.submitted(aGuarantee());

    json(customs(), Map.of()).post(GUARANTEE + "/refusal").then().spec(breaks("reason", "is"));
    json(customs(), Map.of("reason", "the guarantor is not recorded"))
        .post(GUARANTEE + "/refusal")
        .then()
        .statusCode(200)
        .body("status", equalTo("REFUSED"))
        .body("statusReason", equalTo("the guarantor is not recorded"));
  }

  @Test
  void customs_suspends_resumes_and_releases_what_the_bank_cancelled() {
    ledger.active(aGuarantee());

    stands(customs().post(GUARANTEE + "/suspension"), "SUSPENDED");
    stands(customs().post(GUARANTEE + "/resumption"), "ACTIVE");
    stands(bank().post(GUARANTEE + "/cancellation"), "RUN_OFF");
    stands(customs().post(GUARANTEE + "/release"), "CLOSED");
    customs().post(GUARANTEE + "/suspension").then().spec(conflicts("wrong-state"));
  }

  @Test
  void a_step_that_says_nothing_takes_no_body() {
    ledger.active(aGuarantee());

    json(customs(), Map.of("reason", "none"))
        .post(GUARANTEE + "/suspension")
        .then()
        .spec(breaks("", "this call takes no body"));
  }

  @Test
  void it_is_the_principal_s_the_guarantor_s_and_the_beneficiary_s() {
    ledger.active(aGuarantee().inDistricts("2233"));

    for (RequestSpecification party : List.of(carrier(), bank(), customs(), operations())) {
      party.get(GUARANTEE).then().statusCode(200);
    }
    anotherCarrier().get(GUARANTEE).then().spec(isNotThere());
    anotherBank().post(GUARANTEE + "/cancellation").then().spec(isNotThere());
    anotherOffice().post(GUARANTEE + "/suspension").then().spec(isForbidden());
    operations().get("/v1/guarantees/G-2").then().spec(isNotThere());
  }

  @Test
  void each_step_is_of_one_role() {
    ledger.active(aGuarantee());

    bank().post(GUARANTEE + "/suspension").then().spec(isForbidden());
    customs().post(GUARANTEE + "/cancellation").then().spec(isForbidden());
    nobody().get(GUARANTEE).then().spec(isUnauthenticated());
  }

  private static ValidatableResponse issuedUnder(String key, Map<String, Object> application) {
    return json(bank().header("Idempotency-Key", key), application).post("/v1/guarantees").then();
  }

  private static void stands(Response step, String status) {
    step.then().statusCode(200).body("status", equalTo(status));
  }

  private static Map<String, Object> application(String field, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(application());
    changed.put(field, value);
    return changed;
  }

  private static Map<String, Object> application() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("number", "BANK-2026-001");
    fields.put("type", "GENERAL");
    fields.put("purposes", List.of("PAYMENT_TERM"));
    fields.put(
        "principal",
        Map.of(
            "uscc", AGuarantee.OPERATOR.value(),
            "customsRegistrationNo", "3122260001",
            "name", "Swift Parcel Co"));
    fields.put(
        "guarantor",
        Map.of("bic", "COMMCNSH", "cnaps", "313651027012", "name", "Bank of Examples"));
    fields.put("beneficiaries", List.of("2233"));
    fields.put("limit", money("1000.00"));
    fields.put("revolving", true);
    fields.put("coverFrom", "2026-01-01");
    fields.put("coverTo", "2026-12-31");
    fields.put("suretyshipTo", "2027-12-31");
    return fields;
  }
}
