package com.cargobond.api.guarantee;

import static com.cargobond.api.fixture.Callers.anotherBank;
import static com.cargobond.api.fixture.Callers.anotherOffice;
import static com.cargobond.api.fixture.Callers.bank;
import static com.cargobond.api.fixture.Callers.carrier;
import static com.cargobond.api.fixture.Callers.customs;
import static com.cargobond.api.fixture.Callers.json;
import static com.cargobond.api.fixture.Refusals.breaks;
import static com.cargobond.api.fixture.Refusals.isForbidden;
import static com.cargobond.api.fixture.Refusals.isNotThere;
import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.money;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.cargobond.api.fixture.TestLedger;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the bank amends, and what of it Customs must accept. */
@QuarkusTest
class AmendmentsResourceTest {

  private static final String AMENDMENTS = "/v1/guarantees/G-1/amendments";

  @BeforeEach
  void a_guarantee_of_1000_is_active() {
    TestLedger.empty().active(aGuarantee().inDistricts("2233"));
  }

  @Test
  void an_increase_is_a_new_version_at_once() {
    amended("limit", money("1500.00"))
        .statusCode(200)
        .body("version", equalTo(2))
        .body("limit.amount", equalTo("1500.00"))
        .body("amendment", nullValue());
  }

  @Test
  void a_reduction_waits_until_customs_accepts_it() {
    amended("limit", money("500.00"))
        .statusCode(202)
        .body("version", equalTo(2))
        .body("status", equalTo("PROPOSED"))
        .body("limit.amount", equalTo("500.00"));

    customs()
        .post(AMENDMENTS + "/2/acceptance")
        .then()
        .statusCode(200)
        .body("version", equalTo(2))
        .body("limit.amount", equalTo("500.00"));
  }

  @Test
  void customs_rejects_it_and_says_why_and_the_terms_stay() {
    amended("coverTo", "2026-06-30").statusCode(202);

    json(customs(), Map.of("reason", "goods are under way"))
        .post(AMENDMENTS + "/2/rejection")
        .then()
        .statusCode(200)
        .body("coverTo", equalTo("2026-12-31"))
        .body("amendment.status", equalTo("REJECTED"))
        .body("amendment.statusReason", equalTo("goods are under way"));
  }

  @Test
  void the_same_key_amends_once() {
    for (int request = 1; request <= 2; request++) {
      json(bank().header("Idempotency-Key", "K-1"), Map.of("limit", money("1500.00")))
          .post(AMENDMENTS)
          .then()
          .statusCode(200)
          .body("version", equalTo(2));
    }
  }

  @Test
  void a_version_that_was_never_proposed_is_not_there() {
    customs().post(AMENDMENTS + "/first/acceptance").then().spec(isNotThere());
    customs().post(AMENDMENTS + "/2/acceptance").then().spec(isNotThere());
  }

  @Test
  void the_guarantor_amends_and_the_beneficiary_answers() {
    json(anotherBank(), Map.of("limit", money("1500.00")))
        .post(AMENDMENTS)
        .then()
        .spec(isNotThere());
    json(carrier(), Map.of("limit", money("1500.00"))).post(AMENDMENTS).then().spec(isForbidden());
    anotherOffice().post(AMENDMENTS + "/2/acceptance").then().spec(isForbidden());
  }

  @Test
  void a_term_that_breaks_a_rule_is_named() {
    amended("limit", money("many")).spec(breaks("limit.amount", "must be"));
  }

  private static ValidatableResponse amended(String term, Object value) {
    return json(bank(), Map.of(term, value)).post(AMENDMENTS).then();
  }
}
