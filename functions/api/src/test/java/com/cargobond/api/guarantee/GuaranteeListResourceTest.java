package com.cargobond.api.guarantee;

import static com.cargobond.api.fixture.Callers.anotherBank;
import static com.cargobond.api.fixture.Callers.anotherCarrier;
import static com.cargobond.api.fixture.Callers.anotherOffice;
import static com.cargobond.api.fixture.Callers.carrier;
import static com.cargobond.api.fixture.Callers.operations;
import static com.cargobond.api.fixture.Refusals.breaks;
import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.nullValue;

import com.cargobond.api.fixture.TestLedger;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The guarantees that each caller may see, a page at a time. */
@QuarkusTest
class GuaranteeListResourceTest {

  private TestLedger ledger;

  @BeforeEach
  void begin() {
    ledger = TestLedger.empty();
  }

  @Test
  void a_page_ends_with_where_the_next_begins_and_the_last_does_not() {
    three();

    String after =
        operations()
            .queryParam("limit", 2)
            .get("/v1/guarantees")
            .then()
            .statusCode(200)
            .body("guarantees.guaranteeId", contains("G-1", "G-2"))
            .extract()
            .path("after");
    operations()
        .queryParam("after", after)
        .get("/v1/guarantees")
        .then()
        .body("guarantees.guaranteeId", contains("G-3"))
        .body("after", nullValue());
  }

  @Test
  void everybody_sees_its_own() {
    three();

    carrier().get("/v1/guarantees").then().body("guarantees.guaranteeId", contains("G-1", "G-2"));
    anotherCarrier().get("/v1/guarantees").then().body("guarantees.guaranteeId", contains("G-3"));
    anotherOffice()
        .get("/v1/guarantees")
        .then()
        .body("guarantees.guaranteeId", contains("G-2", "G-3"));
    anotherBank().get("/v1/guarantees").then().body("guarantees", empty());
  }

  @Test
  void they_are_narrowed_by_status_and_found_by_their_registration() {
    three();

    operations()
        .queryParam("status", "SUBMITTED")
        .get("/v1/guarantees")
        .then()
        .body("guarantees.guaranteeId", contains("G-3"));
    operations()
        .queryParam("registrationNo", "REG-2")
        .get("/v1/guarantees")
        .then()
        .body("guarantees.guaranteeId", contains("G-2"));
    anotherCarrier()
        .queryParam("registrationNo", "REG-2")
        .get("/v1/guarantees")
        .then()
        .body("guarantees", empty());
  }

  @Test
  void a_parameter_that_breaks_a_rule_or_that_nobody_reads_is_named() {
    refuses("limit", "0", "must be a whole number from 1 to 100");
    refuses("status", "OPEN", "must be one of");
    refuses("after", "no id", "must come from the page before");
    refuses("registrationNo", "REG 1", "must be 1 to 35 letters");
    refuses("page", "2", "is not a known query parameter");
  }

  private static void refuses(String parameter, String value, String rule) {
    operations()
        .queryParam(parameter, value)
        .get("/v1/guarantees")
        .then()
        .spec(breaks(parameter, rule));
  }

  /** Two of one principal, the first for one office alone, and one of another principal. */
  private void three() {
    ledger.active(aGuarantee().inDistricts("2233"));
    ledger.active(aGuarantee().withId("G-2").numbered("BANK-2026-002").registeredAs("REG-2"));
    ledger.submitted(
        aGuarantee().withId("G-3").numbered("BANK-2026-003").ofPrincipal("9131000010000595XD"));
  }
}
