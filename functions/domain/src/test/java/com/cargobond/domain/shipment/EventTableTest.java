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
import static com.cargobond.domain.fixture.Fen.yuan;
import static com.cargobond.domain.fixture.Taken.nothing;
import static com.cargobond.domain.fixture.Taken.reserved;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.Desk;
import com.cargobond.domain.guarantee.Demand;
import com.cargobond.domain.guarantee.DemandStatus;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row by row, what each event does to the guarantee and what the history says of it. */
class EventTableTest {

  private final Desk desk = Desk.with(aGuarantee().active());

  @Test
  void the_carriers_milestones_move_nothing() {
    desk.enter(manifested(), departed(), arrived(), received(), delivered());

    assertThat(desk.taken()).isEqualTo(nothing());
    assertThat(desk.effects()).containsOnly(Effect.RECORDED);
    assertThat(desk.shipment().status()).isEqualTo(ShipmentStatus.DELIVERED);
    assertThat(desk.shipment().cover()).isEqualTo(Cover.unknown());
    assertThat(desk.shipment().held()).isEmpty();
  }

  @Test
  void a_discrepancy_moves_nothing_either() {
    desk.enter(declared("692.30"), discrepancy());

    assertThat(desk.taken()).isEqualTo(reserved("692.30"));
    assertThat(desk.lastRecorded().effect()).isEqualTo(Effect.RECORDED);
  }

  @Test
  void reserves_the_estimate_when_the_declaration_is_accepted() {
    desk.enter(declared("692.30"));

    assertThat(desk.taken()).isEqualTo(reserved("692.30"));
    assertThat(desk.position().available()).isEqualTo(30_770);
    assertThat(desk.cover()).isInstanceOf(Cover.Covered.class);
    assertThat(desk.lastRecorded().effect()).isEqualTo(Effect.RESERVED);
    assertThat(desk.lastRecorded().amount()).contains(yuan("692.30"));
    assertThat(desk.shipment().held()).contains(yuan("692.30"));
    assertThat(desk.shipment().dueDate()).isEmpty();
  }

  @Test
  void reserves_nothing_for_documents() {
    desk.enter(declared("692.30").with("shipmentClass", "A"));

    assertThat(desk.taken()).isEqualTo(nothing());
    assertThat(desk.cover()).isEqualTo(Cover.unknown());
    assertThat(desk.told()).isEmpty();
  }

  @Test
  void reserves_nothing_for_goods_that_are_free_of_duty() {
    desk.enter(declared("0.00"));

    assertThat(desk.taken()).isEqualTo(nothing());
    assertThat(desk.cover()).isEqualTo(Cover.unknown());
  }

  @Test
  void reserves_what_a_higher_estimate_needs_more() {
    desk.enter(declared("692.30"), amended(2, "800.00"));

    assertThat(desk.taken()).isEqualTo(reserved("800.00"));
    assertThat(desk.lastRecorded().effect()).isEqualTo(Effect.RESERVED);
    assertThat(desk.lastRecorded().amount()).contains(yuan("107.70"));
  }

  @Test
  void gives_back_what_a_lower_estimate_does_not_need() {
    desk.enter(declared("692.30"), amended(2, "600.00"));

    assertThat(desk.taken()).isEqualTo(reserved("600.00"));
    assertThat(desk.lastRecorded().effect()).isEqualTo(Effect.RESTORED);
    assertThat(desk.lastRecorded().amount()).contains(yuan("92.30"));
  }

  @Test
  void restores_all_when_the_declaration_is_cancelled_before_release() {
    desk.enter(declared("692.30"), cancelled());

    assertThat(desk.taken()).isEqualTo(nothing());
    assertThat(desk.cover()).isInstanceOf(Cover.None.class);
    assertThat(desk.lastRecorded().effect()).isEqualTo(Effect.RESTORED);
    assertThat(desk.shipment().status()).isEqualTo(ShipmentStatus.CANCELLED);
    assertThat(desk.exceptions()).isEmpty();
  }

  @Test
  void keeps_the_hold_during_an_inspection() {
    desk.enter(declared("692.30"), inspected());

    assertThat(desk.taken()).isEqualTo(reserved("692.30"));
    assertThat(desk.lastRecorded().effect()).isEqualTo(Effect.RECORDED);
    assertThat(desk.shipment().status()).isEqualTo(ShipmentStatus.INSPECTION_HOLD);
  }

  @Test
  void confirms_the_hold_on_release() {
    desk.enter(declared("692.30"), released());

    assertThat(desk.taken()).isEqualTo(reserved("692.30"));
    assertThat(desk.lastRecorded().effect()).isEqualTo(Effect.CONFIRMED);
    assertThat(desk.lastRecorded().amount()).isEmpty();
  }

  @Test
  void keeps_the_hold_after_release_whatever_the_carrier_says() {
    desk.enter(declared("692.30"), released(), delivered(), cancelled());

    assertThat(desk.taken()).isEqualTo(reserved("692.30"));
  }

  @Test
  void adjusts_to_the_assessed_duty_and_knows_the_due_date() {
    desk.enter(declared("692.30"), released(), assessed("700.00"));

    assertThat(desk.taken()).isEqualTo(reserved("700.00"));
    assertThat(desk.lastRecorded().effect()).isEqualTo(Effect.RESERVED);
    assertThat(desk.shipment().dueDate()).contains(LocalDate.parse("2026-03-17"));
  }

  @Test
  void takes_the_due_date_from_the_notice_where_it_has_one() {
    desk.enter(declared("692.30"), assessed("700.00").with("dueDate", "2026-03-20"));

    assertThat(desk.shipment().dueDate()).contains(LocalDate.parse("2026-03-20"));
  }

  @Test
  void counts_consolidated_payment_to_the_fifth_working_day_of_the_next_month() {
    desk.enter(declared("692.30").with("purpose", "CONSOLIDATED"), assessed("692.30"));

    assertThat(desk.shipment().dueDate()).contains(LocalDate.parse("2026-04-08"));
  }

  @Test
  void adds_up_the_notices_of_one_declaration() {
    desk.enter(declared("692.30"), assessed("210.00"), assessed("482.30").notice("TN-2"));

    assertThat(desk.taken()).isEqualTo(reserved("692.30"));
  }

  @Test
  void restores_the_share_that_was_paid() {
    desk.enter(declared("692.30"), assessed("692.30"), paid("500.00"));

    assertThat(desk.taken()).isEqualTo(reserved("192.30"));
    assertThat(desk.lastRecorded().effect()).isEqualTo(Effect.RESTORED);
    assertThat(desk.lastRecorded().amount()).contains(yuan("500.00"));
  }

  @Test
  void is_discharged_when_all_is_paid() {
    desk.enter(declared("692.30"), released(), assessed("692.30"), paid("692.30"));

    assertThat(desk.taken()).isEqualTo(nothing());
    assertThat(desk.cover()).isInstanceOf(Cover.Discharged.class);
    assertThat(desk.position().available()).isEqualTo(100_000);
  }

  @Test
  void consumes_what_is_restored_on_a_guarantee_that_does_not_revolve() {
    Desk once = Desk.with(aGuarantee().notRevolving().active());

    once.enter(declared("692.30"), assessed("692.30"), paid("500.00"));

    assertThat(once.taken()).isEqualTo(reserved("192.30").consumed("500.00"));
    assertThat(once.position().available()).isEqualTo(30_770);
  }

  @Test
  void gives_the_surplus_of_an_estimate_back_even_if_it_does_not_revolve() {
    Desk once = Desk.with(aGuarantee().notRevolving().active());

    once.enter(declared("692.30"), assessed("600.00"));

    assertThat(once.taken()).isEqualTo(reserved("600.00"));
  }

  @Test
  void reserves_a_reversed_payment_again() {
    desk.enter(declared("692.30"), assessed("692.30"), paid("692.30"), reversed("692.30"));

    assertThat(desk.taken()).isEqualTo(reserved("692.30"));
    assertThat(desk.lastRecorded().effect()).isEqualTo(Effect.RESERVED);
    assertThat(desk.cover()).isInstanceOf(Cover.Covered.class);
  }

  @Test
  void reserves_the_reversed_part_of_a_payment_again() {
    desk.enter(declared("692.30"), assessed("692.30"), paid("500.00"), reversed("100.00"));

    assertThat(desk.taken()).isEqualTo(reserved("292.30"));
    assertThat(desk.lastRecorded().effect()).isEqualTo(Effect.RESERVED);
    assertThat(desk.lastRecorded().amount()).contains(yuan("100.00"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RE_EXPORTED", "DESTROYED", "ABANDONED"})
  void restores_on_customs_discharge(String reason) {
    desk.enter(declared("692.30"), released(), discharged(reason));

    assertThat(desk.taken()).isEqualTo(nothing());
    assertThat(desk.cover()).isInstanceOf(Cover.Discharged.class);
    assertThat(desk.lastRecorded().effect()).isEqualTo(Effect.RESTORED);
    assertThat(desk.shipment().status()).isEqualTo(ShipmentStatus.DISCHARGED);
  }

  @Test
  void adds_the_late_charge_when_payment_is_overdue() {
    Desk large = Desk.with(aGuarantee().withLimit("10000.00").active());

    large.enter(declared("2730.47"), released(), assessed("2730.47"), overdue("2026-04-26"));

    assertThat(large.taken()).isEqualTo(reserved("2785.08"));
    assertThat(large.lastRecorded().effect()).isEqualTo(Effect.RESERVED);
    assertThat(large.lastRecorded().amount()).contains(yuan("54.61"));
  }

  @Test
  void adds_no_late_charge_below_the_floor() {
    Desk large = Desk.with(aGuarantee().withLimit("10000.00").active());

    large.enter(declared("2730.47"), released(), assessed("2730.47"), overdue("2026-03-24"));

    assertThat(large.taken()).isEqualTo(reserved("2730.47"));
  }

  @Test
  void moves_a_demand_from_reserved_to_open_demands() {
    desk.enter(declared("692.30"), released(), assessed("692.30"), demanded("600.00"));

    assertThat(desk.taken()).isEqualTo(reserved("92.30").demanded("600.00"));
    assertThat(desk.lastRecorded().effect()).isEqualTo(Effect.DEMANDED);
    assertThat(desk.lastRecorded().amount()).contains(yuan("600.00"));
    assertThat(demand().status()).isEqualTo(DemandStatus.RECEIVED);
    assertThat(desk.position().available()).isEqualTo(30_770);
  }

  @Test
  void keeps_several_demands_at_a_time() {
    desk.enter(
        declared("692.30"), released(), demanded("200.00"), demanded("300.00").demand("D-2"));

    assertThat(desk.taken()).isEqualTo(reserved("192.30").demanded("500.00"));
    assertThat(desk.shipment().demands()).hasSize(2);
  }

  @Test
  void moves_a_withdrawn_demand_back_to_reserved() {
    desk.enter(declared("692.30"), released(), demanded("692.30"), demandWithdrawn());

    assertThat(desk.taken()).isEqualTo(reserved("692.30"));
    assertThat(desk.lastRecorded().effect()).isEqualTo(Effect.DEMAND_WITHDRAWN);
    assertThat(desk.lastRecorded().amount()).contains(yuan("692.30"));
    assertThat(demand().status()).isEqualTo(DemandStatus.WITHDRAWN);
  }

  @Test
  void keeps_a_demand_open_while_the_bank_complies() {
    desk.enter(declared("692.30"), released(), demanded("692.30"), demandDecided("COMPLY"));

    assertThat(desk.taken()).isEqualTo(nothing().demanded("692.30"));
    assertThat(demand().status()).isEqualTo(DemandStatus.COMPLYING);
    assertThat(desk.lastRecorded().effect()).isEqualTo(Effect.RECORDED);
  }

  @Test
  void moves_a_rejected_demand_back_to_reserved_since_the_duty_is_still_owed() {
    desk.enter(declared("692.30"), released(), demanded("692.30"), demandDecided("REJECT"));

    assertThat(desk.taken()).isEqualTo(reserved("692.30"));
    assertThat(demand().status()).isEqualTo(DemandStatus.REJECTED);
    assertThat(demand().reason()).contains("examined");
  }

  @Test
  void moves_a_paid_demand_to_paid_claims() {
    desk.enter(
        declared("692.30"), released(), demanded("692.30"), demandDecided("COMPLY"), demandPaid());

    assertThat(desk.taken()).isEqualTo(nothing().claimed("692.30"));
    assertThat(desk.position().effectiveLimit()).isEqualTo(30_770);
    assertThat(desk.cover()).isInstanceOf(Cover.Discharged.class);
    assertThat(desk.lastRecorded().effect()).isEqualTo(Effect.CLAIM_PAID);
    assertThat(desk.lastRecorded().amount()).contains(yuan("692.30"));
    assertThat(demand().paymentRef()).contains("PAY-1");
  }

  @Test
  void does_not_reinstate_the_limit_when_the_bank_is_reimbursed() {
    desk.enter(
        declared("692.30"), released(), demanded("692.30"), demandPaid(), demandReimbursed());

    assertThat(desk.taken()).isEqualTo(nothing().claimed("692.30"));
    assertThat(desk.position().available()).isEqualTo(30_770);
    assertThat(demand().status()).isEqualTo(DemandStatus.REIMBURSED);
    assertThat(desk.lastRecorded().effect()).isEqualTo(Effect.RECORDED);
  }

  @Test
  void keeps_declarations_of_one_shipment_apart() {
    desk.enter(
        declared("100.00"),
        declared("200.00").declaration("223320261000000999"),
        discharged("RE_EXPORTED"));

    assertThat(desk.taken()).isEqualTo(reserved("200.00"));
    assertThat(desk.shipment().held()).contains(yuan("200.00"));
  }

  @Test
  void adds_up_the_holds_of_several_shipments() {
    desk.enter(declared("100.00"), declared("200.00").about("HAWB-2"));

    assertThat(desk.taken()).isEqualTo(reserved("300.00"));
  }

  @Test
  void writes_each_shipment_on_its_slice_and_sums() {
    Desk sliced = Desk.with(aGuarantee().inSlices(8).active());
    for (int i = 0; i < 20; i++) {
      sliced.enter(declared("50.00").about("HAWB-" + i));
    }

    assertThat(sliced.taken()).isEqualTo(reserved("1000.00"));
    assertThat(sliced.guarantee().slices()).noneMatch(slice -> slice.overCommitted());
  }

  private Demand demand() {
    assertThat(desk.shipment().demands()).hasSize(1);
    return desk.shipment().demands().keySet().iterator().next();
  }
}
