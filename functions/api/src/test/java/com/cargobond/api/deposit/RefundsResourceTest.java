package com.cargobond.api.deposit;

import static com.cargobond.api.fixture.Callers.anotherBank;
import static com.cargobond.api.fixture.Callers.bank;
import static com.cargobond.api.fixture.Callers.customs;
import static com.cargobond.api.fixture.Callers.json;
import static com.cargobond.api.fixture.Callers.operations;
import static com.cargobond.api.fixture.Callers.payingBank;
import static com.cargobond.api.fixture.Refusals.breaks;
import static com.cargobond.api.fixture.Refusals.conflicts;
import static com.cargobond.api.fixture.Refusals.isForbidden;
import static com.cargobond.api.fixture.Refusals.isNotThere;
import static com.cargobond.domain.fixture.AnEvent.depositTaken;
import static com.cargobond.domain.fixture.AnEvent.payeeApproved;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.cargobond.api.fixture.TestLedger;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.identity.Uetr;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the bank tells of a refund, and how operations have it paid again. */
@QuarkusTest
class RefundsResourceTest {

  private static final String UETR = "b94458f8-1f27-40e9-bf74-b07cbb339439";
  private static final Map<String, String> SETTLED = Map.of("uetr", UETR, "outcome", "SETTLED");

  private TestLedger ledger;
  private String refund;

  @BeforeEach
  void a_refund_was_handed_to_the_bank() {
    ledger = TestLedger.empty();
    ledger.told(depositTaken("1000.00"), refundApproved("A-1", "400.00"));
    ledger.sent(AnEvent.DEPOSIT, new Uetr(UETR));
    refund = "/v1/refunds/" + ledger.refundOf(AnEvent.DEPOSIT).value();
  }

  @Test
  void a_refund_shows_its_attempts_and_the_deposit_that_it_is_of() {
    bank()
        .get(refund)
        .then()
        .statusCode(200)
        .body("depositId", equalTo(AnEvent.DEPOSIT))
        .body("status", equalTo("SENT"))
        .body("attempts.uetr", contains(UETR));
    anotherBank().get(refund).then().spec(isNotThere());
  }

  @Test
  void the_bank_that_pays_tells_the_outcome_and_twice_is_once() {
    for (int telling = 1; telling <= 2; telling++) {
      json(payingBank(), SETTLED)
          .post(refund + "/outcome")
          .then()
          .statusCode(200)
          .body("refunded.amount", equalTo("400.00"))
          .body("refunds[0].attempts.outcome", contains("SETTLED"));
    }
  }

  @Test
  void no_other_bank_tells_it_even_if_it_is_the_payer_s() {
    json(bank(), SETTLED).post(refund + "/outcome").then().spec(isNotThere());
    json(operations(), SETTLED).post(refund + "/outcome").then().spec(isForbidden());
  }

  @Test
  void what_is_told_of_a_refund_that_there_is_not_is_kept_for_a_person() {
    json(payingBank(), SETTLED).post("/v1/refunds/RF-NONE/outcome").then().spec(isNotThere());

    operations()
        .get("/v1/exceptions")
        .then()
        .body("exceptions.code", contains("UETR_UNKNOWN"))
        .body("exceptions.detail", contains("RF-NONE SETTLED"));
  }

  @Test
  void an_outcome_that_is_not_settled_says_why() {
    json(payingBank(), Map.of("uetr", UETR, "outcome", "REJECTED"))
        .post(refund + "/outcome")
        .then()
        .spec(breaks("reason", "is required unless it settled"));
    json(payingBank(), Map.of("outcome", "SETTLED"))
        .post(refund + "/outcome")
        .then()
        .spec(breaks("uetr", "is required"));
  }

  @Test
  void a_refund_that_waits_for_another_account_is_repaired_by_the_approval_of_one() {
    json(payingBank(), Map.of("uetr", UETR, "outcome", "REJECTED", "reason", "AC04"))
        .post(refund + "/outcome")
        .then()
        .body("exceptions.code", contains("REFUND_NEEDS_REPAIR"));
    ledger.told(payeeApproved("P-1", "6222000033334444"));

    json(operations(), Map.of("approvalNo", "P-1"))
        .post(refund + "/repair")
        .then()
        .statusCode(200)
        .body("refunds.status", contains("APPROVED"));
  }

  @Test
  void a_refund_that_is_under_way_is_not_repaired() {
    json(operations(), Map.of("approvalNo", "P-1"))
        .post(refund + "/repair")
        .then()
        .spec(conflicts("wrong-state"));
  }

  @Test
  void only_operations_repair() {
    json(customs(), Map.of("approvalNo", "P-1"))
        .post(refund + "/repair")
        .then()
        .spec(isForbidden());
  }
}
