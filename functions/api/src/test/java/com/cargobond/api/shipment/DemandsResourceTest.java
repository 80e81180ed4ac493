package com.cargobond.api.shipment;

import static com.cargobond.api.fixture.Callers.anotherBank;
import static com.cargobond.api.fixture.Callers.bank;
import static com.cargobond.api.fixture.Callers.customs;
import static com.cargobond.api.fixture.Callers.json;
import static com.cargobond.api.fixture.Callers.operations;
import static com.cargobond.api.fixture.Refusals.breaks;
import static com.cargobond.api.fixture.Refusals.conflicts;
import static com.cargobond.api.fixture.Refusals.isForbidden;
import static com.cargobond.api.fixture.Refusals.isNotThere;
import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.demanded;
import static com.cargobond.domain.fixture.AnEvent.released;
import static org.hamcrest.Matchers.equalTo;

import com.cargobond.api.fixture.TestLedger;
import com.cargobond.domain.fixture.AnEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bank's steps on a demand. */
@QuarkusTest
class DemandsResourceTest {

  private static final String DEMAND = "/v1/demands/" + AnEvent.DEMAND;

  @BeforeEach
  void a_demand_stands_on_a_guarantee() {
    TestLedger ledger = TestLedger.empty();
    ledger.active(aGuarantee());
    ledger.told(declared("400.00"), released(), demanded("400.00"));
  }

  @Test
  void the_bank_complies_pays_and_is_paid_back_and_each_step_twice_is_once() {
    for (int request = 1; request <= 2; request++) {
      step("decision", Map.of("decision", "COMPLY")).body("status", equalTo("COMPLYING"));
    }
    for (int request = 1; request <= 2; request++) {
      step("payment", Map.of("paymentRef", "PAY-1"))
          .body("status", equalTo("PAID"))
          .body("paymentRef", equalTo("PAY-1"));
    }
    for (int request = 1; request <= 2; request++) {
      bank()
          .post(DEMAND + "/reimbursement")
          .then()
          .statusCode(200)
          .body("status", equalTo("REIMBURSED"));
    }
    operations()
        .get("/v1/guarantees/G-1")
        .then()
        .body("position.openDemands", equalTo("0.00"))
        .body("position.paidClaims", equalTo("400.00"));
  }

  @Test
  void a_rejection_says_why() {
    step("decision", Map.of("decision", "REJECT")).spec(breaks("reason", "is required to reject"));
    step("decision", Map.of("decision", "REJECT", "reason", "wrong papers"))
        .body("status", equalTo("REJECTED"))
        .body("reason", equalTo("wrong papers"));
  }

  @Test
  void nothing_is_paid_back_that_was_not_paid_and_nothing_decided_twice() {
    bank().post(DEMAND + "/reimbursement").then().spec(conflicts("wrong-state"));
    step("decision", Map.of("decision", "COMPLY"));
    step("decision", Map.of("decision", "REJECT", "reason", "wrong papers"))
        .spec(conflicts("wrong-state"));
  }

  @Test
  void a_value_date_lies_between_the_demand_and_today() {
    step("payment", Map.of("paymentRef", "PAY-1", "paidOn", "2026-06-19"))
        .spec(breaks("paidOn", "must not be before the demand"));
    step("payment", Map.of("paymentRef", "PAY-1", "paidOn", "2099-01-01"))
        .spec(breaks("paidOn", "must not be after today"));
    step("payment", Map.of("paidOn", "2026-06-23")).spec(breaks("paymentRef", "is required"));
  }

  @Test
  void a_demand_is_its_guarantor_s() {
    json(anotherBank(), Map.of("decision", "COMPLY"))
        .post(DEMAND + "/decision")
        .then()
        .spec(isNotThere());
    json(customs(), Map.of("decision", "COMPLY"))
        .post(DEMAND + "/decision")
        .then()
        .spec(isForbidden());
    bank().post("/v1/demands/D-2/reimbursement").then().spec(isNotThere());
  }

  private static ValidatableResponse step(String name, Map<String, String> body) {
    return json(bank(), body).post(DEMAND + "/" + name).then();
  }
}
