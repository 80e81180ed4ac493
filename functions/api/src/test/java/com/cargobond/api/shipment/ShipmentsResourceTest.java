package com.cargobond.api.shipment;

import static com.cargobond.api.fixture.Callers.anotherBank;
import static com.cargobond.api.fixture.Callers.anotherCarrier;
import static com.cargobond.api.fixture.Callers.anotherOffice;
import static com.cargobond.api.fixture.Callers.bank;
import static com.cargobond.api.fixture.Callers.carrier;
import static com.cargobond.api.fixture.Callers.customs;
import static com.cargobond.api.fixture.Callers.operations;
import static com.cargobond.api.fixture.Refusals.isForbidden;
import static com.cargobond.api.fixture.Refusals.isNotThere;
import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.departed;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.cargobond.api.fixture.TestLedger;
import com.cargobond.domain.fixture.AGuarantee;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shipment, as those see it whose matter it is. */
@QuarkusTest
class ShipmentsResourceTest {

  private static final String SHIPMENT = "/v1/shipments/" + AGuarantee.OPERATOR + "/HAWB-1";

  private TestLedger ledger;

  @BeforeEach
  void begin() {
    ledger = TestLedger.empty();
  }

  @Test
  void a_shipment_shows_what_holds_for_it_and_what_each_event_did() {
    ledger.active(aGuarantee());
    ledger.told(declared("100.00"));

    carrier()
        .get(SHIPMENT)
        .then()
        .statusCode(200)
        .body("operator", equalTo(AGuarantee.OPERATOR.value()))
        .body("houseWaybill", equalTo("HAWB-1"))
        .body("cover.state", equalTo("COVERED"))
        .body("cover.guaranteeId", equalTo("G-1"))
        .body("cover.held.amount", equalTo("100.00"))
        .body("history.effect", contains("RESERVED"))
        .body("history.amount.amount", contains("100.00"));
  }

  @Test
  void a_refusal_says_its_reason() {
    ledger.told(declared("100.00"));

    carrier()
        .get(SHIPMENT)
        .then()
        .body("cover.state", equalTo("REFUSED"))
        .body("cover.reason", equalTo("NOT_FOUND"))
        .body("history.reason", contains("NOT_FOUND"));
  }

  @Test
  void it_is_its_operator_s_its_guarantor_s_and_the_office_s_that_it_was_declared_to() {
    ledger.active(aGuarantee());
    ledger.told(declared("100.00"));

    for (RequestSpecification party : List.of(carrier(), bank(), customs(), operations())) {
      party.get(SHIPMENT).then().statusCode(200);
    }
    anotherCarrier().get(SHIPMENT).then().spec(isNotThere());
    anotherBank().get(SHIPMENT).then().spec(isNotThere());
    anotherOffice().get(SHIPMENT).then().spec(isForbidden());
  }

  @Test
  void what_is_declared_to_no_office_yet_is_all_of_customs_and_no_bank_s() {
    ledger.told(departed());

    anotherOffice().get(SHIPMENT).then().statusCode(200);
    bank().get(SHIPMENT).then().spec(isNotThere());
  }

  @Test
  void of_which_nothing_was_said_is_not_there() {
    operations().get(SHIPMENT).then().spec(isNotThere());
    operations().get("/v1/shipments/nobody/HAWB-1").then().spec(isNotThere());
  }
}
