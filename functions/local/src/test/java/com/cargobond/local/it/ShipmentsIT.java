package com.cargobond.local.it;

import static com.cargobond.local.it.Application.aGuarantee;
import static com.cargobond.local.it.Refusals.isRefused;
import static com.cargobond.local.it.Requests.as;
import static com.cargobond.local.it.Requests.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.equalToIgnoringCase;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told about a shipment, and to whom. */
@ExtendWith(SharedSystem.class)
class ShipmentsIT {

  private IssuedGuarantee guarantee;
  private Consignment parcel;

  @BeforeEach
  void declare() {
    guarantee = aGuarantee().active();
    parcel = Consignment.on(guarantee);
  }

  @Test
  void a_shipment_tells_its_status_cover_exceptions_and_history() {
    Event declared = parcel.declared("692.30");
    tell(declared);

    look(as(Bearer.carrier(parcel.operator())))
        .then()
        .statusCode(200)
        .body("operator", equalTo(parcel.operator()))
        .body("houseWaybill", equalTo(parcel.houseWaybill()))
        .body("status", equalTo("DECLARED"))
        .body("cover.state", equalTo("COVERED"))
        .body("cover.reason", nullValue())
        .body("cover.guaranteeId", equalTo(guarantee.id()))
        .body("cover.held", equalTo(Fields.money("692.30")))
        .body("cover.forced", equalTo(false))
        .body("exceptions.size()", equalTo(0))
        .body("history.size()", equalTo(1))
        .body("history[0].eventId", equalTo(declared.id()))
        .body("history[0].type", equalTo("customs.declaration-accepted.v1"))
        .body("history[0].time", equalTo("2026-03-02T01:01:00Z"))
        .body("history[0].receivedAt", notNullValue())
        .body("history[0].effect", equalTo("RESERVED"))
        .body("history[0].amount", equalTo(Fields.money("692.30")));
  }

  @Test
  void its_carrier_customs_the_bank_and_operations_may_look() {
    tell(parcel.departed());
    look(as(Bearer.carrier(parcel.operator()))).then().statusCode(200);
    look(as(Bearer.customs())).then().statusCode(200);
    look(as(Bearer.ops())).then().statusCode(200);
    isRefused(look(as(Bearer.bank())), 404);

    // From now on it is a matter of the guarantor.
    tell(parcel.declared("10.00"));
    look(as(Bearer.bank())).then().statusCode(200);
  }

  @Test
  void another_carrier_cannot_tell_it_from_a_shipment_that_does_not_exist() {
    String another = Bearer.carrier(Ids.operator());
    Response unknown = isRefused(look(as(another)), 404);
    tell(parcel.departed());

    Response others = isRefused(look(as(another)), 404);

    assertThat(others.asString()).isEqualTo(unknown.asString());
    isRefused(look(as(Bearer.ofNoParty("CARRIER"))), 404);
  }

  @Test
  void nobody_looks_without_a_valid_token() {
    tell(parcel.departed());
    for (RequestSpecification request : Unauthenticated.requests("OPS")) {
      Unauthenticated.isRefused(look(request));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"91310115MA1AB2C343/NONE", "91310115MA1AB2C344/NONE", "nobody/h", "nobody"})
  void an_unknown_shipment_is_not_found(String subject) {
    isRefused(as(Bearer.ops()).get("/v1/shipments/" + subject), 404)
        .then()
        .body("title", equalToIgnoringCase("Not found"));
  }

  private Response look(RequestSpecification request) {
    return request.get("/v1/shipments/" + parcel.subject());
  }
}
