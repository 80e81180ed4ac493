package com.cargobond.api.deposit;

import static com.cargobond.api.fixture.Callers.anotherBank;
import static com.cargobond.api.fixture.Callers.anotherOffice;
import static com.cargobond.api.fixture.Callers.bank;
import static com.cargobond.api.fixture.Callers.carrier;
import static com.cargobond.api.fixture.Callers.customs;
import static com.cargobond.api.fixture.Callers.operations;
import static com.cargobond.api.fixture.Callers.payingBank;
import static com.cargobond.api.fixture.Refusals.isForbidden;
import static com.cargobond.api.fixture.Refusals.isNotThere;
import static com.cargobond.domain.fixture.AnEvent.depositTaken;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.cargobond.api.fixture.TestLedger;
import com.cargobond.domain.fixture.AnEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A deposit, as those see it whose matter it is. */
@QuarkusTest
class DepositsResourceTest {

  private static final String DEPOSIT = "/v1/deposits/" + AnEvent.DEPOSIT;

  private TestLedger ledger;

  @BeforeEach
  void begin() {
    ledger = TestLedger.empty();
  }

  @Test
  void a_deposit_shows_where_its_money_is() {
    ledger.told(depositTaken("1000.00"), refundApproved("A-1", "400.00"));

    operations()
        .get(DEPOSIT)
        .then()
        .statusCode(200)
        .body("depositId", equalTo(AnEvent.DEPOSIT))
        .body("received.amount", equalTo("1000.00"))
        .body("held.amount", equalTo("1000.00"))
        .body("approvals.approvalNo", contains("A-1"))
        .body("refunds.amount.amount", contains("400.00"))
        .body("exceptions", empty());
  }

  @Test
  void what_was_approved_before_the_deposit_was_taken_has_no_amounts_and_needs_a_person() {
    ledger.told(refundApproved("A-1", "400.00"));

    operations()
        .get(DEPOSIT)
        .then()
        .statusCode(200)
        .body("received", nullValue())
        .body("exceptions.code", contains("DEPOSIT_UNKNOWN"));
  }

  @Test
  void it_is_the_payers_bank_s_the_paying_bank_s_and_the_office_s_that_took_it() {
    ledger.told(depositTaken("1000.00"));

    for (RequestSpecification party :
        new RequestSpecification[] {bank(), payingBank(), customs()}) {
      party.get(DEPOSIT).then().statusCode(200);
    }
    anotherBank().get(DEPOSIT).then().spec(isNotThere());
    anotherOffice().get(DEPOSIT).then().spec(isForbidden());
  }

  @Test
  void a_carrier_sees_no_deposits() {
    ledger.told(depositTaken("1000.00"));

    carrier().get(DEPOSIT).then().spec(isForbidden());
  }

  @Test
  void what_is_unknown_or_no_id_at_all_is_not_there() {
    operations().get(DEPOSIT).then().spec(isNotThere());
    operations().get("/v1/deposits/no id").then().spec(isNotThere());
  }
}
