package com.cargobond.domain.shipment;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.amended;
import static com.cargobond.domain.fixture.AnEvent.arrived;
import static com.cargobond.domain.fixture.AnEvent.assessed;
import static com.cargobond.domain.fixture.AnEvent.cancelled;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.delivered;
import static com.cargobond.domain.fixture.AnEvent.demandDecided;
import static com.cargobond.domain.fixture.AnEvent.demandPaid;
import static com.cargobond.domain.fixture.AnEvent.demandReimbursed;
import static com.cargobond.domain.fixture.AnEvent.demandWithdrawn;
import static com.cargobond.domain.fixture.AnEvent.demanded;
import static com.cargobond.domain.fixture.AnEvent.departed;
import static com.cargobond.domain.fixture.AnEvent.discharged;
import static com.cargobond.domain.fixture.AnEvent.discrepancy;
import static com.cargobond.domain.fixture.AnEvent.inspected;
import static com.cargobond.domain.fixture.AnEvent.manifested;
import static com.cargobond.domain.fixture.AnEvent.overdue;
import static com.cargobond.domain.fixture.AnEvent.paid;
import static com.cargobond.domain.fixture.AnEvent.received;
import static com.cargobond.domain.fixture.AnEvent.released;
import static com.cargobond.domain.fixture.AnEvent.reversed;
import static com.cargobond.domain.fixture.Taken.nothing;
import static com.cargobond.domain.fixture.Taken.reserved;
import static com.cargobond.domain.fixture.TestMoney.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.TestBooks;
import com.cargobond.domain.guarantee.Demand;
import com.cargobond.domain.guarantee.DemandStatus;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row by row, what each event does to the guarantee and what the history says of it. */
class EventTableTest {

  private final TestBooks books = TestBooks.with(aGuarantee().active());

  @Test
  void the_carriers_milestones_move_nothing() {
    books.enter(manifested(), departed(), arrived(), received(), delivered());

    assertThat(books.taken()).isEqualTo(nothing());
    assertThat(books.effects()).containsOnly(Effect.RECORDED);
    assertThat(books.shipment().status()).isEqualTo(ShipmentStatus.DELIVERED);
    assertThat(books.shipment().cover()).isEqualTo(Cover.unknown());
    assertThat(books.shipment().held()).isEmpty();
  }

  @Test
  void a_discrepancy_moves_nothing_either() {
    books.enter(declared("692.30"), discrepancy());

    assertThat(books.taken()).isEqualTo(reserved("692.30"));
    assertThat(books.lastRecorded().effect()).isEqualTo(Effect.RECORDED);
  }

  @Test
  void reserves_the_estimate_when_the_declaration_is_accepted() {
    books.enter(declared("692.30"));

    assertThat(books.taken()).isEqualTo(reserved("692.30"));
    assertThat(books.position().available()).isEqualTo(30_770);
    assertThat(books.cover()).isInstanceOf(Cover.Covered.class);
    assertThat(books.lastRecorded().effect()).isEqualTo(Effect.RESERVED);
    assertThat(books.lastRecorded().amount()).contains(yuan("692.30"));
    assertThat(books.shipment().held()).contains(yuan("692.30"));
    assertThat(books.shipment().dueDate()).isEmpty();
  }

  @Test
  void reserves_nothing_for_documents() {
    books.enter(declared("692.30").with("shipmentClass", "A"));

    assertThat(books.taken()).isEqualTo(nothing());
    assertThat(books.cover()).isEqualTo(Cover.unknown());
    assertThat(books.told()).isEmpty();
  }

  @Test
  void reserves_nothing_for_goods_that_are_free_of_duty() {
    books.enter(declared("0.00"));

    assertThat(books.taken()).isEqualTo(nothing());
    assertThat(books.cover()).isEqualTo(Cover.unknown());
  }

  @Test
  void reserves_what_a_higher_estimate_needs_more() {
    books.enter(declared("692.30"), amended(2, "800.00"));

    assertThat(books.taken()).isEqualTo(reserved("800.00"));
    assertThat(books.lastRecorded().effect()).isEqualTo(Effect.RESERVED);
    assertThat(books.lastRecorded().amount()).contains(yuan("107.70"));
  }

  @Test
  void gives_back_what_a_lower_estimate_does_not_need() {
    books.enter(declared("692.30"), amended(2, "600.00"));

    assertThat(books.taken()).isEqualTo(reserved("600.00"));
    assertThat(books.lastRecorded().effect()).isEqualTo(Effect.RESTORED);
    assertThat(books.lastRecorded().amount()).contains(yuan("92.30"));
  }

  @Test
  void restores_all_when_the_declaration_is_cancelled_before_release() {
    books.enter(declared("692.30"), cancelled());

    assertThat(books.taken()).isEqualTo(nothing());
    assertThat(books.cover()).isInstanceOf(Cover.None.class);
    assertThat(books.lastRecorded().effect()).isEqualTo(Effect.RESTORED);
    assertThat(books.shipment().status()).isEqualTo(ShipmentStatus.CANCELLED);
    assertThat(books.exceptions()).isEmpty();
  }

  @Test
  void keeps_the_hold_during_an_inspection() {
    books.enter(declared("692.30"), inspected());

    assertThat(books.taken()).isEqualTo(reserved("692.30"));
    assertThat(books.lastRecorded().effect()).isEqualTo(Effect.RECORDED);
    assertThat(books.shipment().status()).isEqualTo(ShipmentStatus.INSPECTION_HOLD);
  }

  @Test
  void confirms_the_hold_on_release() {
    books.enter(declared("692.30"), released());

    assertThat(books.taken()).isEqualTo(reserved("692.30"));
    assertThat(books.lastRecorded().effect()).isEqualTo(Effect.CONFIRMED);
    assertThat(books.lastRecorded().amount()).isEmpty();
  }

  @Test
  void keeps_the_hold_after_release_whatever_the_carrier_says() {
    books.enter(declared("692.30"), released(), delivered(), cancelled());

    assertThat(books.taken()).isEqualTo(reserved("692.30"));
  }

  @Test
  void adjusts_to_the_assessed_duty_and_knows_the_due_date() {
    books.enter(declared("692.30"), released(), assessed("700.00"));

    assertThat(books.taken()).isEqualTo(reserved("700.00"));
    assertThat(books.lastRecorded().effect()).isEqualTo(Effect.RESERVED);
    assertThat(books.shipment().dueDate()).contains(LocalDate.parse("2026-03-17"));
  }

  @Test
  void takes_the_due_date_from_the_notice_where_it_has_one() {
    books.enter(declared("692.30"), assessed("700.00").with("dueDate", "2026-03-20"));

    assertThat(books.shipment().dueDate()).contains(LocalDate.parse("2026-03-20"));
  }

  @Test
  void counts_consolidated_payment_to_the_fifth_working_day_of_the_next_month() {
    books.enter(declared("692.30").with("purpose", "CONSOLIDATED"), assessed("692.30"));

    assertThat(books.shipment().dueDate()).contains(LocalDate.parse("2026-04-08"));
  }

  @Test
  void adds_up_the_notices_of_one_declaration() {
    books.enter(declared("692.30"), assessed("210.00"), assessed("482.30").notice("TN-2"));

    assertThat(books.taken()).isEqualTo(reserved("692.30"));
  }

  @Test
  void restores_the_share_that_was_paid() {
    books.enter(declared("692.30"), assessed("692.30"), paid("500.00"));

    assertThat(books.taken()).isEqualTo(reserved("192.30"));
    assertThat(books.lastRecorded().effect()).isEqualTo(Effect.RESTORED);
    assertThat(books.lastRecorded().amount()).contains(yuan("500.00"));
  }

  @Test
  void is_discharged_when_all_is_paid() {
    books.enter(declared("692.30"), released(), assessed("692.30"), paid("692.30"));

    assertThat(books.taken()).isEqualTo(nothing());
    assertThat(books.cover()).isInstanceOf(Cover.Discharged.class);
    assertThat(books.position().available()).isEqualTo(100_000);
  }

  @Test
  void consumes_what_is_restored_on_a_guarantee_that_does_not_revolve() {
    TestBooks once = TestBooks.with(aGuarantee().notRevolving().active());

    once.enter(declared("692.30"), assessed("692.30"), paid("500.00"));

    assertThat(once.taken()).isEqualTo(reserved("192.30").consumed("500.00"));
    assertThat(once.position().available()).isEqualTo(30_770);
  }

  @Test
  void gives_the_surplus_of_an_estimate_back_even_if_it_does_not_revolve() {
    TestBooks once = TestBooks.with(aGuarantee().notRevolving().active());

    once.enter(declared("692.30"), assessed("600.00"));

    assertThat(once.taken()).isEqualTo(reserved("600.00"));
  }

  @Test
  void reserves_a_reversed_payment_again() {
    books.enter(declared("692.30"), assessed("692.30"), paid("692.30"), reversed("692.30"));

    assertThat(books.taken()).isEqualTo(reserved("692.30"));
    assertThat(books.lastRecorded().effect()).isEqualTo(Effect.RESERVED);
    assertThat(books.cover()).isInstanceOf(Cover.Covered.class);
  }

  @Test
  void reserves_the_reversed_part_of_a_payment_again() {
    books.enter(declared("692.30"), assessed("692.30"), paid("500.00"), reversed("100.00"));

    assertThat(books.taken()).isEqualTo(reserved("292.30"));
    assertThat(books.lastRecorded().effect()).isEqualTo(Effect.RESERVED);
    assertThat(books.lastRecorded().amount()).contains(yuan("100.00"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RE_EXPORTED", "DESTROYED", "ABANDONED"})
  void restores_on_customs_discharge(String reason) {
    books.enter(declared("692.30"), released(), discharged(reason));

    assertThat(books.taken()).isEqualTo(nothing());
    assertThat(books.cover()).isInstanceOf(Cover.Discharged.class);
    assertThat(books.lastRecorded().effect()).isEqualTo(Effect.RESTORED);
    assertThat(books.shipment().status()).isEqualTo(ShipmentStatus.DISCHARGED);
  }

  @Test
  void adds_the_late_charge_when_payment_is_overdue() {
    TestBooks large = TestBooks.with(aGuarantee().withLimit("10000.00").active());

    large.enter(declared("2730.47"), released(), assessed("2730.47"), overdue("2026-04-26"));

    assertThat(large.taken()).isEqualTo(reserved("2785.08"));
    assertThat(large.lastRecorded().effect()).isEqualTo(Effect.RESERVED);
    assertThat(large.lastRecorded().amount()).contains(yuan("54.61"));
  }

  @Test
  void adds_no_late_charge_below_the_floor() {
    TestBooks large = TestBooks.with(aGuarantee().withLimit("10000.00").active());

    large.enter(declared("2730.47"), released(), assessed("2730.47"), overdue("2026-03-24"));

    assertThat(large.taken()).isEqualTo(reserved("2730.47"));
  }

  @Test
  void moves_a_demand_from_reserved_to_open_demands() {
    books.enter(declared("692.30"), released(), assessed("692.30"), demanded("600.00"));

    assertThat(books.taken()).isEqualTo(reserved("92.30").demanded("600.00"));
    assertThat(books.lastRecorded().effect()).isEqualTo(Effect.DEMANDED);
    assertThat(books.lastRecorded().amount()).contains(yuan("600.00"));
    assertThat(demand().status()).isEqualTo(DemandStatus.RECEIVED);
    assertThat(books.position().available()).isEqualTo(30_770);
  }

  @Test
  void keeps_several_demands_at_a_time() {
    books.enter(
        declared("692.30"), released(), demanded("200.00"), demanded("300.00").demand("D-2"));

    assertThat(books.taken()).isEqualTo(reserved("192.30").demanded("500.00"));
    assertThat(books.shipment().demands()).hasSize(2);
  }

  @Test
  void moves_a_withdrawn_demand_back_to_reserved() {
    books.enter(declared("692.30"), released(), demanded("692.30"), demandWithdrawn());

    assertThat(books.taken()).isEqualTo(reserved("692.30"));
    assertThat(books.lastRecorded().effect()).isEqualTo(Effect.DEMAND_WITHDRAWN);
    assertThat(books.lastRecorded().amount()).contains(yuan("692.30"));
    assertThat(demand().status()).isEqualTo(DemandStatus.WITHDRAWN);
  }

  @Test
  void keeps_a_demand_open_while_the_bank_complies() {
    books.enter(declared("692.30"), released(), demanded("692.30"), demandDecided("COMPLY"));

    assertThat(books.taken()).isEqualTo(nothing().demanded("692.30"));
    assertThat(demand().status()).isEqualTo(DemandStatus.COMPLYING);
    assertThat(books.lastRecorded().effect()).isEqualTo(Effect.RECORDED);
  }

  @Test
  void moves_a_rejected_demand_back_to_reserved_since_the_duty_is_still_owed() {
    books.enter(declared("692.30"), released(), demanded("692.30"), demandDecided("REJECT"));

    assertThat(books.taken()).isEqualTo(reserved("692.30"));
    assertThat(demand().status()).isEqualTo(DemandStatus.REJECTED);
    assertThat(demand().reason()).contains("examined");
  }

  @Test
  void moves_a_paid_demand_to_paid_claims() {
    books.enter(
        declared("692.30"), released(), demanded("692.30"), demandDecided("COMPLY"), demandPaid());

    assertThat(books.taken()).isEqualTo(nothing().claimed("692.30"));
    assertThat(books.position().effectiveLimit()).isEqualTo(30_770);
    assertThat(books.cover()).isInstanceOf(Cover.Discharged.class);
    assertThat(books.lastRecorded().effect()).isEqualTo(Effect.CLAIM_PAID);
    assertThat(books.lastRecorded().amount()).contains(yuan("692.30"));
    assertThat(demand().paymentRef()).contains("PAY-1");
  }

  @Test
  void does_not_reinstate_the_limit_when_the_bank_is_reimbursed() {
    books.enter(
        declared("692.30"), released(), demanded("692.30"), demandPaid(), demandReimbursed());

    assertThat(books.taken()).isEqualTo(nothing().claimed("692.30"));
    assertThat(books.position().available()).isEqualTo(30_770);
    assertThat(demand().status()).isEqualTo(DemandStatus.REIMBURSED);
    assertThat(books.lastRecorded().effect()).isEqualTo(Effect.RECORDED);
  }

  @Test
  void keeps_declarations_of_one_shipment_apart() {
    books.enter(
        declared("100.00"),
        declared("200.00").declaration("223320261000000999"),
        discharged("RE_EXPORTED"));

    assertThat(books.taken()).isEqualTo(reserved("200.00"));
    assertThat(books.shipment().held()).contains(yuan("200.00"));
  }

  @Test
  void adds_up_the_holds_of_several_shipments() {
    books.enter(declared("100.00"), declared("200.00").about("HAWB-2"));

    assertThat(books.taken()).isEqualTo(reserved("300.00"));
  }

  @Test
  void writes_each_shipment_on_its_slice_and_sums() {
    TestBooks sliced = TestBooks.with(aGuarantee().inSlices(8).active());
    for (int i = 0; i < 20; i++) {
      sliced.enter(declared("50.00").about("HAWB-" + i));
    }

    assertThat(sliced.taken()).isEqualTo(reserved("1000.00"));
    assertThat(sliced.guarantee().slices()).noneMatch(slice -> slice.overCommitted());
  }

  private Demand demand() {
    assertThat(books.shipment().demands()).hasSize(1);
    return books.shipment().demands().keySet().iterator().next();
  }
}
