package com.cargobond.api.deposit;

import static com.cargobond.api.fixture.Callers.anotherBank;
import static com.cargobond.api.fixture.Callers.bank;
import static com.cargobond.api.fixture.Callers.customs;
import static com.cargobond.api.fixture.Callers.json;
import static com.cargobond.api.fixture.Callers.operations;
import static com.cargobond.api.fixture.Callers.payingBank;
import static com.cargobond.api.fixture.Refusals.breaks;
import static com.cargobond.api.fixture.Refusals.isForbidden;
import static com.cargobond.domain.fixture.AnEvent.depositTaken;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.cargobond.api.fixture.TestLedger;
import com.cargobond.domain.identity.Uetr;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The refunds of a period, for whoever reconciles it. */
@QuarkusTest
class PaidRefundsResourceTest {

  private TestLedger ledger;

  @BeforeEach
  void begin() {
    ledger = TestLedger.empty();
  }

  @Test
  void a_refund_is_listed_in_the_period_in_which_it_settled() {
    paid("DEP-1", 1);

    sinceItWasSent(bank())
        .get("/v1/refunds")
        .then()
        .statusCode(200)
        .body("refunds.depositId", contains("DEP-1"))
        .body("after", nullValue());
    in(bank(), "2026-03-01", "2026-03-19").get("/v1/refunds").then().body("refunds", empty());
  }

  @Test
  void a_page_ends_with_the_deposit_after_which_the_next_begins() {
    paid("DEP-1", 1);
    paid("DEP-2", 2);

    String after =
        sinceItWasSent(operations())
            .queryParam("limit", 1)
            .get("/v1/refunds")
            .then()
            .body("refunds", hasSize(1))
            .extract()
            .path("after");
    sinceItWasSent(operations())
        .queryParam("after", after)
        .get("/v1/refunds")
        .then()
        .body("refunds.depositId", contains("DEP-2"))
        .body("after", nullValue());
  }

  @Test
  void another_bank_sees_none_and_customs_does_not_ask() {
    paid("DEP-1", 1);

    sinceItWasSent(anotherBank()).get("/v1/refunds").then().body("refunds", empty());
    sinceItWasSent(customs()).get("/v1/refunds").then().spec(isForbidden());
  }

  @Test
  void a_period_has_two_days_in_their_order() {
    operations()
        .queryParam("from", "2026-03-20")
        .get("/v1/refunds")
        .then()
        .spec(breaks("to", "is required"));
    in(operations(), "2026-03-20", "2026-03-19")
        .get("/v1/refunds")
        .then()
        .spec(breaks("to", "must not be before from"));
  }

  @Test
  void a_page_has_1_to_100_deposits() {
    for (String limit : new String[] {"0", "101", "many"}) {
      sinceItWasSent(operations())
          .queryParam("limit", limit)
          .get("/v1/refunds")
          .then()
          .spec(breaks("limit", "must be a whole number from 1 to 100"));
    }
  }

  private void paid(String deposit, int attempt) {
    String uetr = "00000000-0000-4000-8000-%012d".formatted(attempt);
    ledger.told(
        depositTaken("100.00").with("depositId", deposit),
        refundApproved("A-1", "100.00").with("depositId", deposit));
    ledger.sent(deposit, new Uetr(uetr));
    json(payingBank(), Map.of("uetr", uetr, "outcome", "SETTLED"))
        .post("/v1/refunds/" + ledger.refundOf(deposit).value() + "/outcome")
        .then()
        .statusCode(200);
  }

  private static RequestSpecification sinceItWasSent(RequestSpecification caller) {
    return in(caller, "2026-03-20", "2099-12-31");
  }

  private static RequestSpecification in(RequestSpecification caller, String from, String to) {
    return caller.queryParam("from", from).queryParam("to", to);
  }
}
