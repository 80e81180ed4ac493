package com.cargobond.api.shipment;

import static com.cargobond.api.fixture.Callers.anotherBank;
import static com.cargobond.api.fixture.Callers.bank;
import static com.cargobond.api.fixture.Callers.customs;
import static com.cargobond.api.fixture.Refusals.breaks;
import static com.cargobond.api.fixture.Refusals.isForbidden;
import static com.cargobond.api.fixture.Refusals.isNotThere;
import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.demanded;
import static com.cargobond.domain.fixture.AnEvent.released;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.nullValue;

import com.cargobond.api.fixture.TestLedger;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Customs demands on a guarantee, for its guarantor. */
@QuarkusTest
class GuaranteeDemandsResourceTest {

  private static final String DEMANDS = "/v1/guarantees/G-1/demands";

  private TestLedger ledger;

  @BeforeEach
  void two_demands_stand_on_a_guarantee() {
    ledger = TestLedger.empty();
    ledger.active(aGuarantee());
    for (String parcel : List.of("1", "2")) {
      ledger.told(
          declared("100.00").about("HAWB-" + parcel),
          released().about("HAWB-" + parcel),
          demanded("60.00").about("HAWB-" + parcel).demand("D-" + parcel));
    }
  }

  @Test
  void the_guarantor_sees_them_all() {
    bank()
        .get(DEMANDS)
        .then()
        .statusCode(200)
        .body("demands.demandId", contains("D-1", "D-2"))
        .body("demands.houseWaybill", contains("HAWB-1", "HAWB-2"))
        .body("demands.amount.amount", contains("60.00", "60.00"))
        .body("demands.status", contains("RECEIVED", "RECEIVED"));
  }

  @Test
  void a_page_ends_with_the_demand_after_which_the_next_begins() {
    String after =
        bank()
            .queryParam("limit", 1)
            .get(DEMANDS)
            .then()
            .body("demands.demandId", contains("D-1"))
            .extract()
            .path("after");
    bank()
        .queryParam("after", after)
        .get(DEMANDS)
        .then()
        .body("demands.demandId", contains("D-2"))
        .body("after", nullValue());
  }

  @Test
  void nobody_else_does() {
    anotherBank().get(DEMANDS).then().spec(isNotThere());
    customs().get(DEMANDS).then().spec(isForbidden());
  }

  @Test
  void a_parameter_that_breaks_a_rule_is_named() {
    bank()
        .queryParam("limit", "101")
        .get(DEMANDS)
        .then()
        .spec(breaks("limit", "must be a whole number from 1 to 100"));
    bank()
        .queryParam("after", " ")
        .get(DEMANDS)
        .then()
        .spec(breaks("after", "must come from the page before"));
  }
}
