package com.cargobond.local.it;

import static com.cargobond.local.it.Application.aGuarantee;
import static com.cargobond.local.it.Requests.entry;
import static com.cargobond.local.it.Requests.position;
import static com.cargobond.local.it.Requests.shipment;
import static com.cargobond.local.it.Requests.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every event once, as a carrier, Customs and the bank see what it did. */
@ExtendWith(SharedSystem.class)
class EventsIT {

  private IssuedGuarantee guarantee;
  private Consignment parcel;

  @BeforeEach
  void issue() {
    guarantee = aGuarantee().withLimit("1000.00").active();
    parcel = Consignment.on(guarantee);
  }

  @Test
  void an_accepted_event_is_answered_with_its_id() {
    Event event = parcel.manifestAccepted();

    Requests.post(event)
        .then()
        .statusCode(202)
        .body("results.size()", equalTo(1))
        .body("results[0]", equalTo(Fields.of("id", event.id(), "accepted", true)));
  }

  @Test
  void a_consignment_goes_from_the_manifest_to_payment() {
    does(parcel.manifestAccepted(), "RECORDED", null);
    stands("MANIFESTED", "NONE", null);
    does(parcel.departed(), "RECORDED", null);
    stands("DEPARTED", "NONE", null);
    does(parcel.arrived(), "RECORDED", null);
    stands("ARRIVED", "NONE", null);
    does(parcel.received(), "RECORDED", null);
    stands("RECEIVED", "NONE", null);
    reserves("0.00");

    does(parcel.declared("692.30"), "RESERVED", "692.30");
    stands("DECLARED", "COVERED", "692.30");
    assertThat(shipment(parcel).getString("cover.guaranteeId")).isEqualTo(guarantee.id());
    assertThat(shipment(parcel).getString("dueDate")).isNull();
    reserves("692.30");

    does(parcel.amended(2, "800.00"), "RESERVED", "107.70");
    stands("DECLARED", "COVERED", "800.00");
    does(parcel.inspected(), "RECORDED", null);
    stands("INSPECTION_HOLD", "COVERED", "800.00");
    does(parcel.released(), "CONFIRMED", null);
    stands("RELEASED", "COVERED", "800.00");
    reserves("800.00");

    does(parcel.assessed(2, "750.00"), "RESTORED", "50.00");
    stands("RELEASED", "COVERED", "750.00");
    assertThat(shipment(parcel).getString("dueDate")).isEqualTo("2026-03-17");
    reserves("750.00");
    does(parcel.delivered(), "RECORDED", null);
    stands("DELIVERED", "COVERED", "750.00");

    does(parcel.paid("300.00", "R1"), "RESTORED", "300.00");
    stands("DELIVERED", "COVERED", "450.00");
    reserves("450.00");
    does(parcel.reversed("300.00", "R1"), "RESERVED", "300.00");
    stands("DELIVERED", "COVERED", "750.00");
    does(parcel.paid("750.00", "R2"), "RESTORED", "750.00");
    stands("DELIVERED", "DISCHARGED", "0.00");
    reserves("0.00");

    assertThat(shipment(parcel).getList("exceptions")).isEmpty();
    assertThat(shipment(parcel).getList("history")).hasSize(13);
  }

  @Test
  void documents_reserve_nothing() {
    does(parcel.declared("100.00").with("data.shipmentClass", "A"), "RECORDED", null);

    stands("DECLARED", "NONE", "0.00");
    reserves("0.00");
  }

  @Test
  void a_declaration_that_is_cancelled_before_release_is_given_back() {
    does(parcel.declared("100.00"), "RESERVED", "100.00");
    does(parcel.cancelled(1), "RESTORED", "100.00");

    stands("CANCELLED", "NONE", "0.00");
    reserves("0.00");
  }

  @Test
  void a_declaration_that_is_cancelled_after_release_stays_held_and_needs_a_person() {
    does(parcel.declared("100.00"), "RESERVED", "100.00");
    does(parcel.released(), "CONFIRMED", null);
    does(parcel.cancelled(1), "RECORDED", null);

    stands("RELEASED", "COVERED", "100.00");
    needsAPerson("CANCELLED_AFTER_RELEASE", parcel.declarationNo());
    reserves("100.00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RE_EXPORTED", "DESTROYED", "ABANDONED"})
  void customs_discharge_gives_everything_back(String reason) {
    does(parcel.declared("100.00"), "RESERVED", "100.00");
    does(parcel.released(), "CONFIRMED", null);
    does(parcel.discharged(reason), "RESTORED", "100.00");

    stands("DISCHARGED", "DISCHARGED", "0.00");
    reserves("0.00");
  }

  @Test
  void a_due_date_on_the_notice_counts() {
    tell(parcel.declared("100.00"), parcel.assessed("100.00").with("data.dueDate", "2026-04-20"));

    assertThat(shipment(parcel).getString("dueDate")).isEqualTo("2026-04-20");
  }

  @Test
  void a_discrepancy_needs_a_person() {
    Event discrepancy = parcel.discrepancy();
    does(discrepancy, "RECORDED", null);

    needsAPerson("DISCREPANCY", discrepancy.id());
  }

  @Test
  void a_value_above_the_limit_of_its_class_needs_a_person() {
    Event manifest = parcel.manifestAccepted().with("data.declaredValue.amount", "5000.01");
    does(manifest, "RECORDED", null);

    needsAPerson("VALUE_ABOVE_CLASS_LIMIT", manifest.id());
  }

  @Test
  void more_paid_than_assessed_needs_a_person_and_restores_what_was_assessed() {
    tell(parcel.declared("100.00"), parcel.assessed("90.00"));
    does(parcel.paid("95.00", "R1"), "RESTORED", "90.00");

    needsAPerson("PAID_MORE_THAN_ASSESSED", parcel.taxNoticeNo());
    reserves("0.00");
    assertThat(position(guarantee)).containsEntry("available", "1000.00");
  }

  @Test
  void a_guarantee_that_does_not_revolve_consumes_what_is_restored() {
    guarantee = aGuarantee().withLimit("1000.00").notRevolving().active();
    parcel = Consignment.on(guarantee);
    tell(parcel.declared("100.00"), parcel.assessed("100.00"), parcel.paid("100.00", "R1"));

    assertThat(position(guarantee))
        .containsEntry("reserved", "0.00")
        .containsEntry("consumed", "100.00")
        .containsEntry("available", "900.00");
  }

  @Test
  void a_batch_is_answered_event_by_event_and_applied_in_its_order() {
    Event declared = parcel.declared("100.00");
    Event assessed = parcel.assessed("120.00");
    Event paid = parcel.paid("20.00", "R1");

    Requests.postBatch(java.util.List.of(declared, assessed, paid))
        .then()
        .statusCode(202)
        .body("results.size()", equalTo(3))
        .body("results[0]", equalTo(Fields.of("id", declared.id(), "accepted", true)))
        .body("results[2].id", equalTo(paid.id()));

    Requests.awaitKnown(declared, assessed, paid);
    assertThat(shipment(parcel).getList("history.effect"))
        .containsExactly("RESERVED", "RESERVED", "RESTORED");
    reserves("100.00");
  }

  private void does(Event event, String effect, String amount) {
    tell(event);
    assertThat(entry(parcel, event))
        .containsEntry("type", event.fields().get("type"))
        .containsEntry("effect", effect)
        .containsKeys("time", "receivedAt");
    if (amount == null) {
      assertThat(entry(parcel, event)).containsEntry("amount", null);
    } else {
      assertThat(entry(parcel, event)).containsEntry("amount", Fields.money(amount));
    }
  }

  private void stands(String status, String cover, String held) {
    JsonPath shipment = shipment(parcel);
    assertThat(shipment.getString("status")).isEqualTo(status);
    assertThat(shipment.getString("cover.state")).isEqualTo(cover);
    assertThat(shipment.getString("cover.held.amount")).isEqualTo(held);
    assertThat(shipment.getBoolean("cover.forced")).isFalse();
  }

  private void needsAPerson(String code, String reference) {
    assertThat(shipment(parcel).getList("exceptions.code")).containsExactly(code);
    assertThat(shipment(parcel).getList("exceptions.reference")).containsExactly(reference);
  }

  private void reserves(String amount) {
    assertThat(position(guarantee)).containsEntry("reserved", amount);
  }
}
