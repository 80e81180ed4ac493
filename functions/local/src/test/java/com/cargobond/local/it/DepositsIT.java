package com.cargobond.local.it;

import static com.cargobond.local.it.CashDeposit.figures;
import static com.cargobond.local.it.Refusals.breaks;
import static com.cargobond.local.it.Refusals.conflicts;
import static com.cargobond.local.it.Refusals.isRefused;
import static com.cargobond.local.it.Requests.as;
import static com.cargobond.local.it.Requests.json;
import static com.cargobond.local.it.Requests.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Customs says about deposits, and what bank, Customs and operations see of them. */
@ExtendWith(SharedSystem.class)
class DepositsIT {

  private static final String A_UETR = "b94458f8-1f27-40e9-bf74-b07cbb339439";

  private final CashDeposit deposit = new CashDeposit();

  @Test
  void a_deposit_is_held_when_customs_took_it() {
    JsonPath held = deposit.tell("HELD", deposit.taken("1000.00"));

    assertThat(held.getString("depositId")).isEqualTo(deposit.id());
    assertThat(held.getString("received.amount")).isEqualTo("1000.00");
    assertThat(held.getString("received.currency")).isEqualTo("CNY");
    assertThat(figures(held)).containsExactly("1000.00", "0.00", "0.00", "0.00", "0.00");
    assertThat(held.getBoolean("frozen")).isFalse();
  }

  @Test
  void part_of_a_deposit_becomes_duty_and_part_is_to_be_refunded() {
    JsonPath approved =
        deposit.tell(
            "REFUND_APPROVED",
            deposit.frozen("C1"),
            deposit.taken("1000.00"),
            deposit.conversionApproved("A1", "300.00"),
            deposit.refundApproved("A2", "700.00"));

    assertThat(figures(approved)).containsExactly("700.00", "0.00", "0.00", "300.00", "0.00");
    assertThat(approved.getString("refunds[0].amount.amount")).isEqualTo("700.00");
    assertThat(approved.getString("refunds[0].status")).isEqualTo("APPROVED");
    assertThat(approved.getString("refunds[0].endToEndId"))
        .isEqualTo(approved.getString("refunds[0].refundId"));
    assertThat(approved.getList("refunds[0].attempts")).isEmpty();
  }

  @Test
  void an_approval_before_the_deposit_waits_for_it() {
    Event taken = deposit.taken("1000.00");
    JsonPath waiting = deposit.tell("REQUIRED", deposit.refundApproved("A1", "1000.00"));

    assertThat(waiting.getString("exceptions[0].code")).isEqualTo("DEPOSIT_UNKNOWN");
    assertThat(waiting.getString("exceptions[0].remedy")).isNotBlank();
    assertThat(deposit.tell("REFUNDED", taken).getList("exceptions")).isEmpty();
  }

  @Test
  void an_approval_of_more_than_is_held_moves_nothing_and_needs_a_person() {
    post(deposit.taken("1000.00"));
    post(deposit.refundApproved("A1", "1000.01"));

    JsonPath refused = deposit.awaitField("exceptions[0].detail", "MORE_THAN_HELD");
    assertThat(refused.getString("exceptions[0].code")).isEqualTo("APPROVAL_REFUSED");
    assertThat(refused.getString("exceptions[0].reference")).isEqualTo("A1");
    assertThat(figures(refused)).containsExactly("1000.00", "0.00", "0.00", "0.00", "0.00");
    assertThat(refused.getList("refunds")).isEmpty();
  }

  @Test
  void the_same_event_twice_is_once() {
    Event taken = deposit.taken("1000.00");
    Event converted = deposit.conversionApproved("A1", "400.00");

    JsonPath after =
        deposit.tell("CONVERT_APPROVED", taken, converted, converted.with("datacontenttype", null));

    assertThat(figures(after)).containsExactly("600.00", "0.00", "0.00", "400.00", "0.00");
    assertThat(after.getList("exceptions")).isEmpty();
  }

  @Test
  void a_refund_is_paid_when_customs_approves_it() {
    JsonPath paid =
        deposit.tell("REFUNDED", deposit.taken("1000.00"), deposit.refundApproved("A1", "1000.00"));

    assertThat(figures(paid)).containsExactly("0.00", "0.00", "1000.00", "0.00", "0.00");
    assertThat(paid.getString("refunds[0].status")).isEqualTo("REFUNDED");
    assertThat(paid.getList("refunds[0].attempts.outcome")).containsExactly("SETTLED");
    assertThat(paid.getString("refunds[0].attempts[0].uetr")).hasSize(36);
  }

  @Test
  void a_frozen_deposit_pays_when_the_court_lifts_its_order() {
    deposit.tell(
        "REFUND_APPROVED",
        deposit.frozen("C1"),
        deposit.taken("1000.00"),
        deposit.refundApproved("A1", "1000.00"));

    deposit.tell("REFUNDED", deposit.unfrozen("C1"));
  }

  @Test
  void only_customs_order_lets_a_deposit_fall_to_the_treasury() {
    JsonPath forfeited =
        deposit.tell("FORFEITED", deposit.taken("1000.00"), deposit.forfeited("F1", "1000.00"));

    assertThat(figures(forfeited)).containsExactly("0.00", "0.00", "0.00", "0.00", "1000.00");
  }

  @Test
  void two_contents_under_one_number_are_not_paid_until_customs_confirms_one() {
    deposit.tell(
        "REFUND_APPROVED", deposit.frozen("C1"), deposit.taken("1000.00"), a1("100.00", 1));
    Event second = a1("200.00", 2);
    post(second);
    JsonPath held = deposit.awaitField("exceptions[0].code", "APPROVAL_CONTRADICTED");
    assertThat(held.getString("refunds[0].amount.amount")).isEqualTo("200.00");
    assertThat(held.getString("approvals[0].standing")).isEqualTo("CONTRADICTED");

    post(deposit.unfrozen("C1"));
    deposit.awaitField("frozen", false);
    post(a1("200.00", 3));

    JsonPath paid = deposit.awaitField("refunds[0].status", "REFUNDED");
    assertThat(figures(paid)).containsExactly("800.00", "0.00", "200.00", "0.00", "0.00");
    assertThat(paid.getList("exceptions")).isEmpty();
  }

  private Event a1(String amount, int hour) {
    return deposit
        .refundApproved("A1", amount)
        .with("time", "2026-03-20T1%d:00:00+08:00".formatted(hour));
  }

  @Test
  void one_officer_cannot_approve_alone() {
    Event alone =
        deposit
            .refundApproved("A1", "1.00")
            .with("data.approvers", List.of("officer-1", "officer-1"));

    breaks(post(alone), "data.approvers", "must be two different approvers");
    isRefused(deposit.get(Bearer.ops()), 404);
    assertThat(Exceptions.about("caller customs"))
        .extracting(one -> one.get("code"))
        .contains("APPROVED_BY_ONE");

    deposit.tell("HELD", deposit.taken("1.00"));
    breaks(post(alone), "data.approvers", "must be two different approvers");
    breaks(post(alone), "data.approvers", "must be two different approvers");

    assertThat(Exceptions.about(deposit.id()))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one).containsEntry("kind", "DEPOSIT");
              assertThat(one).containsEntry("code", "APPROVED_BY_ONE");
              assertThat(one).containsEntry("reference", "A1");
              assertThat(one).containsEntry("count", 1);
            });
  }

  @Test
  void a_payee_s_account_is_checked() {
    breaks(
        post(deposit.taken("1.00").with("data.payer.cnaps", "313651027013")),
        "data.payer.cnaps",
        "check digit must be 2");
  }

  @Test
  void a_carrier_may_not_say_anything_about_deposits_nor_look_at_them() {
    isRefused(post(deposit.taken("1.00").by(Bearer.carrier(Ids.operator()))), 403);
    isRefused(deposit.get(Bearer.carrier(Ids.operator())), 403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BANK", "CUSTOMS", "OPS"})
  void bank_customs_and_operations_may_look(String role) {
    deposit.tell("HELD", deposit.taken("1.00"));

    deposit.get(Bearer.of(role)).then().statusCode(200);
  }

  @Test
  void the_outcome_of_a_payment_that_was_never_sent_is_kept_for_a_person() {
    String refund = anApprovedRefund();

    outcome(Bearer.bank(), refund, "SETTLED").then().statusCode(200);
    outcome(Bearer.bank(), refund, "SETTLED").then().statusCode(200);

    JsonPath after = deposit.get(Bearer.ops()).jsonPath();
    assertThat(after.getList("exceptions.code")).containsExactly("UETR_UNKNOWN");
    assertThat(figures(after)).containsExactly("1000.00", "0.00", "0.00", "0.00", "0.00");
  }

  @Test
  void an_outcome_that_is_no_settlement_needs_a_reason() {
    breaks(
        json(as(Bearer.bank()), Fields.of("uetr", A_UETR, "outcome", "REJECTED"))
            .post("/v1/refunds/" + anApprovedRefund() + "/outcome"),
        "reason",
        "is required unless it settled");
  }

  @Test
  void a_refund_that_waits_for_no_repair_is_not_repaired() {
    conflicts(repair(Bearer.ops(), anApprovedRefund()), "wrong-state");
  }

  @ParameterizedTest
  @CsvSource({"CUSTOMS", "OPS"})
  void only_the_bank_tells_outcomes(String role) {
    isRefused(outcome(Bearer.of(role), "RF-000000000000000000000000", "SETTLED"), 403);
  }

  @ParameterizedTest
  @CsvSource({"CUSTOMS", "BANK"})
  void only_operations_repair(String role) {
    isRefused(repair(Bearer.of(role), "RF-000000000000000000000000"), 403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RF-000000000000000000000000", "nonsense"})
  void an_unknown_refund_is_not_found(String refund) {
    isRefused(outcome(Bearer.bank(), refund, "SETTLED"), 404);
    isRefused(repair(Bearer.ops(), refund), 404);

    assertThat(Exceptions.about(refund)).isEmpty();
    assertThat(Exceptions.about("caller bank"))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one).containsEntry("code", "UETR_UNKNOWN");
              assertThat(one).containsEntry("reference", A_UETR);
            });
  }

  @Test
  void refunds_that_there_are_not_are_one_entry_of_the_bank_that_names_them() {
    outcome(Bearer.bank(), "RF-" + Ids.next(), "SETTLED");
    int before = (Integer) Exceptions.about("caller bank").getFirst().get("count");

    for (int i = 0; i < 5; i++) {
      isRefused(outcome(Bearer.bank(), "RF-" + Ids.next(), "SETTLED"), 404);
    }

    assertThat(Exceptions.about("caller bank"))
        .singleElement()
        .satisfies(one -> assertThat((Integer) one.get("count")).isEqualTo(before + 5));
  }

  @Test
  void the_payment_of_another_refund_settles_neither() {
    post(deposit.taken("1000.00"));
    post(deposit.refundApproved("A1", "400.00"));
    JsonPath paid = deposit.awaitField("refunds[0].status", "REFUNDED");
    JsonPath waiting =
        deposit.tell(
            "REFUND_APPROVED", deposit.frozen("C1"), deposit.refundApproved("A2", "600.00"));
    String other = waiting.getString("refunds[1].refundId");

    JsonPath told =
        json(
                as(Bearer.bank()),
                Fields.of(
                    "uetr",
                    paid.getString("refunds[0].attempts[0].uetr"),
                    "outcome",
                    "RETURNED",
                    "reason",
                    "AC04"))
            .post("/v1/refunds/" + other + "/outcome")
            .jsonPath();

    assertThat(told.getList("exceptions.code")).containsExactly("UETR_UNKNOWN");
    assertThat(figures(told)).containsExactly("600.00", "0.00", "400.00", "0.00", "0.00");
  }

  private String anApprovedRefund() {
    return deposit
        .tell(
            "REFUND_APPROVED",
            deposit.frozen("C1"),
            deposit.taken("1000.00"),
            deposit.refundApproved("A1", "700.00"))
        .getString("refunds[0].refundId");
  }

  private static Response outcome(String bearer, String refund, String outcome) {
    return json(as(bearer), Fields.of("uetr", A_UETR, "outcome", outcome))
        .post("/v1/refunds/" + refund + "/outcome");
  }

  private static Response repair(String bearer, String refund) {
    return json(as(bearer), Fields.of("approvalNo", "R1"))
        .post("/v1/refunds/" + refund + "/repair");
  }
}
