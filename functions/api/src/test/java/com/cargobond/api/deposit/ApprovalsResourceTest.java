package com.cargobond.api.deposit;

import static com.cargobond.api.fixture.Callers.anotherOffice;
import static com.cargobond.api.fixture.Callers.carrier;
import static com.cargobond.api.fixture.Callers.customs;
import static com.cargobond.api.fixture.Refusals.breaks;
import static com.cargobond.api.fixture.Refusals.isForbidden;
import static com.cargobond.domain.fixture.AnEvent.conversionApproved;
import static com.cargobond.domain.fixture.AnEvent.depositTaken;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.cargobond.api.fixture.TestLedger;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Customs approved in a period, for its own reconciliation. */
@QuarkusTest
class ApprovalsResourceTest {

  private TestLedger ledger;

  @BeforeEach
  void begin() {
    ledger = TestLedger.empty();
  }

  @Test
  void an_approval_is_listed_on_the_day_of_customs_word() {
    ledger.told(
        depositTaken("1000.00"),
        conversionApproved("A-1", "300.00"),
        refundApproved("A-2", "400.00"));

    in(customs(), "2026-03-20", "2026-03-20")
        .get("/v1/approvals")
        .then()
        .statusCode(200)
        .body("approvals.depositId", contains("DEP-1"))
        .body("approvals.approvalNo", contains("A-2"))
        .body("approvals.decision", contains("REFUND"))
        .body("approvals.amount.amount", contains("400.00"));
    in(customs(), "2026-03-19", "2026-03-20")
        .get("/v1/approvals")
        .then()
        .body("approvals.approvalNo", contains("A-1", "A-2"));
  }

  @Test
  void a_page_may_have_no_approvals_and_yet_another_behind_it() {
    ledger.told(
        depositTaken("100.00"),
        depositTaken("100.00").with("depositId", "DEP-2"),
        refundApproved("A-2", "100.00").with("depositId", "DEP-2"));

    String after =
        in(customs(), "2026-03-20", "2026-03-20")
            .queryParam("limit", 1)
            .get("/v1/approvals")
            .then()
            .body("approvals", empty())
            .body("after", equalTo("DEP-1"))
            .extract()
            .path("after");
    in(customs(), "2026-03-20", "2026-03-20")
        .queryParam("after", after)
        .get("/v1/approvals")
        .then()
        .body("approvals.approvalNo", contains("A-2"))
        .body("after", nullValue());
  }

  @Test
  void another_office_sees_none_and_a_carrier_does_not_ask() {
    ledger.told(depositTaken("1000.00"), refundApproved("A-1", "400.00"));

    in(anotherOffice(), "2026-03-20", "2026-03-20")
        .get("/v1/approvals")
        .then()
        .statusCode(200)
        .body("approvals", empty());
    in(carrier(), "2026-03-20", "2026-03-20").get("/v1/approvals").then().spec(isForbidden());
  }

  @Test
  void what_no_page_ended_with_begins_none() {
    in(customs(), "2026-03-20", "2026-03-20")
        .queryParam("after", "no id")
        .get("/v1/approvals")
        .then()
        .spec(breaks("after", "must be"));
  }

  private static RequestSpecification in(RequestSpecification caller, String from, String to) {
    return caller.queryParam("from", from).queryParam("to", to);
  }
}
