package com.cargobond.api.shipment;

import static com.cargobond.api.fixture.Callers.anotherBank;
import static com.cargobond.api.fixture.Callers.anotherCarrier;
import static com.cargobond.api.fixture.Callers.anotherOffice;
import static com.cargobond.api.fixture.Callers.bank;
import static com.cargobond.api.fixture.Callers.carrier;
import static com.cargobond.api.fixture.Callers.customs;
import static com.cargobond.api.fixture.Callers.operations;
import static com.cargobond.api.fixture.Refusals.breaks;
import static com.cargobond.api.fixture.Refusals.isForbidden;
import static com.cargobond.api.fixture.Refusals.isNotThere;
import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.demanded;
import static com.cargobond.domain.fixture.AnEvent.released;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.cargobond.api.fixture.TestLedger;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds a guarantee's limit, shipment by shipment. */
@QuarkusTest
class OpenHoldsResourceTest {

  private static final String HOLDS = "/v1/guarantees/G-1/shipments";

  private TestLedger ledger;

  @BeforeEach
  void two_shipments_hold_of_a_guarantee() {
    ledger = TestLedger.empty();
    ledger.active(aGuarantee().inDistricts("2233"));
    ledger.told(
        declared("100.00"), released(), demanded("60.00"), declared("200.00").about("HAWB-2"));
  }

  @Test
  void each_shows_what_is_reserved_and_what_is_demanded() {
    bank()
        .get(HOLDS)
        .then()
        .statusCode(200)
        .body("shipments.size()", equalTo(2))
        .body(hold("HAWB-1") + ".reserved.amount", equalTo("40.00"))
        .body(hold("HAWB-1") + ".openDemands.amount", equalTo("60.00"))
        .body(hold("HAWB-1") + ".held.amount", equalTo("100.00"))
        .body(hold("HAWB-2") + ".held.amount", equalTo("200.00"));
  }

  @Test
  void the_pages_together_have_each_once() {
    String after =
        bank()
            .queryParam("limit", 1)
            .get(HOLDS)
            .then()
            .body("shipments", hasSize(1))
            .body("after", notNullValue())
            .extract()
            .path("after");
    bank()
        .queryParam("after", after)
        .get(HOLDS)
        .then()
        .body("shipments", hasSize(1))
        .body("after", nullValue());
  }

  @Test
  void they_are_seen_by_whose_the_guarantee_is() {
    for (RequestSpecification party : List.of(carrier(), customs(), operations())) {
      party.get(HOLDS).then().statusCode(200);
    }
    anotherBank().get(HOLDS).then().spec(isNotThere());
    anotherCarrier().get(HOLDS).then().spec(isNotThere());
    anotherOffice().get(HOLDS).then().spec(isForbidden());
  }

  @Test
  void a_page_has_1_to_100_of_them() {
    bank()
        .queryParam("limit", "0")
        .get(HOLDS)
        .then()
        .spec(breaks("limit", "must be a whole number from 1 to 100"));
  }

  private static String hold(String houseWaybill) {
    return "shipments.find { it.houseWaybill == '" + houseWaybill + "' }";
  }
}
