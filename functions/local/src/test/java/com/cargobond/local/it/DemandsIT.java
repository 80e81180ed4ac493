package com.cargobond.local.it;

import static com.cargobond.local.it.Application.aGuarantee;
import static com.cargobond.local.it.Refusals.breaks;
import static com.cargobond.local.it.Refusals.conflicts;
import static com.cargobond.local.it.Refusals.isRefused;
import static com.cargobond.local.it.Requests.as;
import static com.cargobond.local.it.Requests.entry;
import static com.cargobond.local.it.Requests.json;
import static com.cargobond.local.it.Requests.position;
import static com.cargobond.local.it.Requests.shipment;
import static com.cargobond.local.it.Requests.step;
import static com.cargobond.local.it.Requests.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Customs' claim on the guarantor, from the demand to the principal's reimbursement. */
@ExtendWith(SharedSystem.class)
class DemandsIT {

  private IssuedGuarantee guarantee;
  private Consignment parcel;

  @BeforeEach
  void release() {
    guarantee = aGuarantee().withLimit("1000.00").active();
    parcel = Consignment.on(guarantee);
    tell(parcel.declared("400.00"), parcel.released(), parcel.assessed("400.00"));
  }

  @Test
  void a_demand_is_complied_with_paid_and_reimbursed() {
    Event demanded = parcel.demanded("400.00");
    tell(demanded);
    assertThat(entry(parcel, demanded))
        .containsEntry("effect", "DEMANDED")
        .containsEntry("amount", Fields.money("400.00"));
    stands("0.00", "400.00", "0.00", "600.00");
    as(Bearer.bank())
        .get(guarantee.path() + "/demands")
        .then()
        .statusCode(200)
        .body("demands.size()", equalTo(1))
        .body("demands[0].demandId", equalTo(parcel.demandId()))
        .body("demands[0].operator", equalTo(parcel.operator()))
        .body("demands[0].houseWaybill", equalTo(parcel.houseWaybill()))
        .body("demands[0].declarationNo", equalTo(parcel.declarationNo()))
        .body("demands[0].amount", equalTo(Fields.money("400.00")))
        .body("demands[0].status", equalTo("RECEIVED"));

    is("COMPLYING", decide("COMPLY"));
    stands("0.00", "400.00", "0.00", "600.00");
    is("PAID", pay("PAY-1")).then().body("paymentRef", equalTo("PAY-1"));
    stands("0.00", "0.00", "400.00", "600.00");
    is("REIMBURSED", reimburse());

    // The bank has its money back; only an amendment gives the limit back.
    stands("0.00", "0.00", "400.00", "600.00");
    assertThat(shipment(parcel).getString("cover.state")).isEqualTo("DISCHARGED");
    assertThat(shipment(parcel).getList("history.effect")).contains("CLAIM_PAID");
    String key = Ids.next();
    reinstated(reinstate(key, "300.00"), "300.00", "900.00");
    reinstated(reinstate(key, "300.0"), "300.00", "900.00");
    conflicts(reinstate(key, "100.00"), "duplicate");
    reinstated(reinstate(Ids.next(), "100.00"), "400.00", "1000.00");
  }

  private Response reinstate(String key, String amount) {
    return json(
            as(Bearer.bank()).header("Idempotency-Key", key),
            Fields.of("reinstate", Fields.money(amount)))
        .post(guarantee.path() + "/amendments");
  }

  private static void reinstated(Response amended, String reinstated, String available) {
    amended
        .then()
        .statusCode(200)
        .body("position.reinstated", equalTo(reinstated))
        .body("position.available", equalTo(available));
  }

  @Test
  void every_step_twice_is_once() {
    tell(parcel.demanded("400.00"));

    is("COMPLYING", decide("COMPLY"));
    is("COMPLYING", decide("COMPLY"));
    is("PAID", pay("PAY-1"));
    is("PAID", pay("PAY-1"));
    is("REIMBURSED", reimburse());
    is("REIMBURSED", reimburse());

    stands("0.00", "0.00", "400.00", "600.00");
  }

  @Test
  void a_rejected_demand_leaves_the_duty_reserved() {
    tell(parcel.demanded("400.00"));

    is("REJECTED", decide("REJECT")).then().body("reason", equalTo("wrong papers"));

    stands("400.00", "0.00", "0.00", "600.00");
  }

  @Test
  void what_the_bank_paid_has_happened_whatever_was_decided_and_a_person_is_told() {
    tell(parcel.demanded("400.00"));
    decide("REJECT");

    is("PAID", pay("PAY-1"));

    stands("0.00", "0.00", "400.00", "600.00");
    assertThat(shipment(parcel).getList("exceptions.code")).containsExactly("CLAIM_NOT_OWED");
  }

  @Test
  void a_second_payment_of_one_demand_is_kept_for_a_person_and_counts_once() {
    tell(parcel.demanded("400.00"));

    is("PAID", pay("PAY-1"));
    is("PAID", pay("PAY-2"));

    stands("0.00", "0.00", "400.00", "600.00");
    assertThat(shipment(parcel).getList("exceptions.code")).containsExactly("CLAIM_PAID_TWICE");
  }

  @Test
  void a_payment_that_is_told_again_after_another_is_the_one_that_was_booked() {
    tell(parcel.demanded("400.00"));
    pay("PAY-1");
    pay("PAY-2");
    is("REIMBURSED", reimburse());

    is("REIMBURSED", pay("PAY-1")).then().body("paymentRef", equalTo("PAY-2"));

    assertThat(shipment(parcel).getList("history.type"))
        .filteredOn("bank.demand-paid.v1"::equals)
        .hasSize(2);
    assertThat(shipment(parcel).getList("exceptions.code")).containsExactly("CLAIM_PAID_TWICE");
  }

  @Test
  void what_the_bank_paid_after_a_withdrawal_has_happened_too() {
    tell(parcel.demanded("400.00"), parcel.demandWithdrawn());

    is("PAID", pay("PAY-1"));
  }

  @Test
  void a_payment_before_its_demand_is_refused_even_if_it_was_booked() {
    tell(parcel.demanded("400.00"));
    pay("PAY-1");

    breaks(
        send(
            as(Bearer.bank()), "payment", Fields.of("paymentRef", "PAY-1", "paidOn", "2020-01-01")),
        "paidOn",
        "must not be before the demand");
  }

  @Test
  void a_withdrawn_demand_goes_back_to_reserved() {
    Event demanded = parcel.demanded("400.00");
    Event withdrawn = parcel.demandWithdrawn();
    tell(demanded, withdrawn);

    assertThat(entry(parcel, withdrawn))
        .containsEntry("effect", "DEMAND_WITHDRAWN")
        .containsEntry("amount", Fields.money("400.00"));
    stands("400.00", "0.00", "0.00", "600.00");
    conflicts(decide("COMPLY"), "wrong-state");
  }

  @Test
  void a_demand_that_is_made_again_after_its_withdrawal_stands_and_is_decided_anew() {
    tell(parcel.demanded("400.00"));
    decide("REJECT");
    tell(parcel.demandWithdrawn());
    tell(parcel.demanded("400.00"));
    stands("0.00", "400.00", "0.00", "600.00");

    is("COMPLYING", decide("COMPLY"));
    is("PAID", pay("PAY-1"));

    stands("0.00", "0.00", "400.00", "600.00");
  }

  @Test
  void the_demands_on_a_guarantee_are_listed_by_their_ids_a_page_at_a_time() {
    List<String> demanded = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Consignment other = Consignment.on(guarantee);
      tell(other.declared("10.00"), other.demanded("10.00"));
      demanded.add(other.demandId());
    }
    Collections.sort(demanded);

    List<String> listed = new ArrayList<>();
    Response page = demands("?limit=2");
    while (page.path("after") != null) {
      assertThat(page.<List<String>>path("demands.demandId")).hasSize(2);
      listed.addAll(page.path("demands.demandId"));
      page = demands("?limit=2&after=" + page.path("after"));
    }
    listed.addAll(page.path("demands.demandId"));

    assertThat(listed).isEqualTo(demanded);
    breaks(demands("?limit=0"), "limit", "must be a whole number from 1 to 100");
    breaks(demands("?after=a*b"), "after", "must come from the page before");
  }

  private Response demands(String query) {
    return as(Bearer.bank()).get(guarantee.path() + "/demands" + query);
  }

  @Test
  void a_demand_is_withdrawn_when_the_debtor_pays_after_all() {
    tell(parcel.demanded("400.00"), parcel.paid("400.00", "R1"));

    stands("0.00", "0.00", "0.00", "1000.00");
    as(Bearer.bank())
        .get(guarantee.path() + "/demands")
        .then()
        .body("demands[0].status", equalTo("WITHDRAWN"));
  }

  @Test
  void a_duty_that_debtor_and_guarantor_paid_needs_a_person() {
    tell(parcel.demanded("400.00"));
    decide("COMPLY");
    pay("PAY-1");
    tell(parcel.paid("400.00", "R1"));

    assertThat(shipment(parcel).getList("exceptions.code")).containsExactly("PAID_AND_CLAIMED");
    stands("0.00", "0.00", "400.00", "600.00");
  }

  @Test
  void a_demand_for_more_than_the_duty_needs_a_person() {
    tell(parcel.demanded("400.01"));

    assertThat(shipment(parcel).getList("exceptions.code")).containsExactly("DEMAND_EXCEEDS_DUTY");
  }

  @Test
  void steps_out_of_turn_are_conflicts_and_move_nothing() {
    tell(parcel.demanded("400.00"));

    conflicts(reimburse(), "wrong-state");
    decide("COMPLY");
    conflicts(decide("REJECT"), "wrong-state");
    conflicts(reimburse(), "wrong-state");

    stands("0.00", "400.00", "0.00", "600.00");
  }

  @Test
  void bad_bodies_are_refused() {
    tell(parcel.demanded("400.00"));

    breaks(
        send(as(Bearer.bank()), "decision", Fields.of("decision", "MAYBE")),
        "decision",
        "must be one of [COMPLY, REJECT]");
    breaks(
        send(as(Bearer.bank()), "decision", Fields.of("decision", "REJECT")),
        "reason",
        "is required to reject");
    breaks(
        send(as(Bearer.bank()), "payment", Fields.of("paymentRef", "a b")),
        "paymentRef",
        "must be 1 to 64 letters, digits or any of . _ : -");
    breaks(
        send(as(Bearer.bank()), "payment", Fields.of("paymentRef", "P-1", "by", "me")),
        "by",
        "is not a known field");
    stands("0.00", "400.00", "0.00", "600.00");
  }

  @Test
  void an_unknown_demand_is_not_found() {
    isRefused(decide("COMPLY"), 404);
    isRefused(pay("PAY-1"), 404);
    isRefused(reimburse(), 404);
    isRefused(as(Bearer.bank()).post("/v1/demands/no~such/reimbursement"), 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"decision", "payment", "reimbursement"})
  void only_the_bank_takes_steps(String step) {
    tell(parcel.demanded("400.00"));
    Map<String, Object> body =
        step.equals("payment") ? Fields.of("paymentRef", "P-1") : Fields.of("decision", "COMPLY");

    isRefused(send(as(Bearer.customs()), step, body), 403);
    isRefused(send(as(Bearer.ops()), step, body), 403);
    isRefused(send(as(Bearer.carrier(parcel.operator())), step, body), 403);
    for (RequestSpecification request : Unauthenticated.requests("BANK")) {
      Unauthenticated.isRefused(send(request, step, body));
    }
    stands("0.00", "400.00", "0.00", "600.00");
  }

  private Response decide(String decision) {
    Map<String, Object> body = Fields.of("decision", decision);
    return send(
        as(Bearer.bank()),
        "decision",
        decision.equals("REJECT") ? Fields.with(body, "reason", "wrong papers") : body);
  }

  private Response pay(String paymentRef) {
    return send(as(Bearer.bank()), "payment", Fields.of("paymentRef", paymentRef));
  }

  private Response reimburse() {
    return as(Bearer.bank()).post("/v1/demands/" + parcel.demandId() + "/reimbursement");
  }

  private Response send(RequestSpecification request, String step, Map<String, Object> body) {
    return json(request, body).post("/v1/demands/" + parcel.demandId() + "/" + step);
  }

  private static Response is(String status, Response response) {
    response.then().statusCode(200).body("status", equalTo(status));
    return response;
  }

  private void stands(String reserved, String openDemands, String paidClaims, String available) {
    assertThat(position(guarantee))
        .containsEntry("reserved", reserved)
        .containsEntry("openDemands", openDemands)
        .containsEntry("paidClaims", paidClaims)
        .containsEntry("available", available);
  }
}
