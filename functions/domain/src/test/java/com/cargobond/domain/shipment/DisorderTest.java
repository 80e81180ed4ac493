package com.cargobond.domain.shipment;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.amended;
import static com.cargobond.domain.fixture.AnEvent.assessed;
import static com.cargobond.domain.fixture.AnEvent.cancelled;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.demandDecided;
import static com.cargobond.domain.fixture.AnEvent.demandPaid;
import static com.cargobond.domain.fixture.AnEvent.demandWithdrawn;
import static com.cargobond.domain.fixture.AnEvent.demanded;
import static com.cargobond.domain.fixture.AnEvent.departed;
import static com.cargobond.domain.fixture.AnEvent.discharged;
import static com.cargobond.domain.fixture.AnEvent.inspected;
import static com.cargobond.domain.fixture.AnEvent.noticeWithdrawn;
import static com.cargobond.domain.fixture.AnEvent.paid;
import static com.cargobond.domain.fixture.AnEvent.released;
import static com.cargobond.domain.fixture.AnEvent.reversed;
import static com.cargobond.domain.fixture.Taken.nothing;
import static com.cargobond.domain.fixture.Taken.reserved;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.TestBooks;
import com.cargobond.domain.guarantee.Demand;
import com.cargobond.domain.guarantee.DemandStatus;
import com.cargobond.domain.guarantee.GuaranteeNoticeType;
import com.cargobond.domain.ledger.Outcome.Applied;
import com.cargobond.domain.ledger.Outcome.Quarantined;
import com.cargobond.domain.ledger.Outcome.Repeated;
import com.cargobond.domain.ledger.QuarantineCode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Events arrive late, twice, out of order and in contradiction; money comes out the same. */
class DisorderTest {

  private final TestBooks books = TestBooks.with(aGuarantee().active());

  @Test
  void acknowledges_the_same_event_again_and_moves_nothing() {
    books.enter(declared("100.00").id("E-1"));
    Books once = books.current();

    books.enter(declared("100.00").id("E-1"));

    assertThat(books.last()).isEqualTo(new Repeated());
    assertThat(books.current()).isEqualTo(once);
  }

  @Test
  void quarantines_the_same_id_with_another_payload() {
    books.enter(declared("100.00").id("E-1"));
    Books once = books.current();

    books.enter(declared("200.00").id("E-1"));

    assertThat(books.last()).isEqualTo(new Quarantined(QuarantineCode.ID_REUSED));
    assertThat(books.current()).isEqualTo(once);
  }

  @Test
  void takes_the_same_id_from_another_source_for_another_event() {
    books.enter(
        declared("100.00").id("E-1"),
        released().id("E-1").withAttribute("source", "urn:customs:5301"));

    assertThat(books.last()).isInstanceOf(Applied.class);
  }

  @Test
  void sets_aside_the_milestones_of_a_carrier_that_has_said_too_much() {
    for (int i = 0; i < Shipment.CARGO_EVENTS_MAX; i++) {
      books.enter(departed().id("E-" + i));
    }
    books.enter(departed().id("one-more"));
    assertThat(books.last()).isEqualTo(new Quarantined(QuarantineCode.TOO_MANY_EVENTS));
    books.enter(departed().id("E-1"));
    assertThat(books.last()).isEqualTo(new Repeated());

    books.enter(declared("100.00"), released(), demanded("100.00"));

    assertThat(books.taken()).isEqualTo(nothing().demanded("100.00"));
  }

  @Test
  void sets_aside_the_declarations_of_a_waybill_that_has_too_many() {
    for (int i = 0; i <= Shipment.DECLARATIONS_MAX; i++) {
      books.enter(declared("1.00").declaration("2233202610000001%02d".formatted(i)));
    }
    assertThat(books.last()).isEqualTo(new Quarantined(QuarantineCode.TOO_MANY_EVENTS));

    books.enter(amended(2, "2.00").declaration("223320261000000100"));

    assertThat(books.last()).isInstanceOf(Applied.class);
  }

  @Test
  void parks_a_payment_until_its_notice_is_known() {
    books.enter(declared("692.30"), paid("692.30"));
    assertThat(books.taken()).isEqualTo(reserved("692.30"));
    assertThat(books.lastRecorded().effect()).isEqualTo(Effect.PARKED);

    books.enter(assessed("692.30"));

    assertThat(books.taken()).isEqualTo(nothing());
    assertThat(books.cover()).isInstanceOf(Cover.Discharged.class);
  }

  static Stream<Arguments> whatSpeaksOfADeclaration() {
    return Stream.of(
            cancelled(),
            inspected(),
            released(),
            assessed("1.00"),
            paid("1.00"),
            reversed("1.00"),
            discharged("DESTROYED"),
            noticeWithdrawn(),
            demandWithdrawn(),
            demandDecided("COMPLY"),
            demandPaid())
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("whatSpeaksOfADeclaration")
  void parks_what_speaks_of_a_declaration_that_is_not_known(AnEvent event) {
    books.enter(event);

    assertThat(books.lastRecorded().effect()).isEqualTo(Effect.PARKED);
    assertThat(books.taken()).isEqualTo(nothing());
    assertThat(books.told()).isEmpty();
  }

  @Test
  void takes_a_declaration_into_account_with_all_that_waited_for_it() {
    books.enter(paid("300.00"), assessed("700.00"), released(), declared("692.30"));

    assertThat(books.taken()).isEqualTo(reserved("400.00"));
    assertThat(books.lastRecorded().effect()).isEqualTo(Effect.RESERVED);
  }

  @Test
  void forces_a_reservation_when_the_goods_are_out_already() {
    TestBooks small = TestBooks.with(aGuarantee().withLimit("100.00").active());

    small.enter(released(), declared("692.30"));

    assertThat(small.taken()).isEqualTo(reserved("692.30"));
    assertThat(small.position().overCommitted()).isTrue();
    assertThat(small.lastRecorded().effect()).isEqualTo(Effect.FORCED);
    assertThat(small.cover())
        .isInstanceOfSatisfying(Cover.Covered.class, c -> assertThat(c.forced()).isTrue());
    assertThat(small.told())
        .contains(ShipmentNoticeType.COVER_FORCED, GuaranteeNoticeType.GUARANTEE_OVER_COMMITTED);
  }

  @Test
  void forces_a_reservation_that_was_refused_when_the_goods_go_out_all_the_same() {
    TestBooks small = TestBooks.with(aGuarantee().withLimit("100.00").active());

    small.enter(declared("692.30"));
    assertThat(small.taken()).isEqualTo(nothing());
    small.enter(released());

    assertThat(small.taken()).isEqualTo(reserved("692.30"));
    assertThat(small.lastRecorded().effect()).isEqualTo(Effect.FORCED);
  }

  @Test
  void records_a_lower_declaration_version_after_a_higher_one_without_effect() {
    books.enter(amended(2, "800.00"), declared("692.30"));

    assertThat(books.taken()).isEqualTo(reserved("800.00"));
    assertThat(books.lastRecorded().effect()).isEqualTo(Effect.RECORDED);
  }

  @Test
  void lets_an_assessment_of_an_earlier_version_wait_behind_a_newer_estimate() {
    books.enter(declared("692.30"), assessed("700.00"), amended(2, "800.00"));
    assertThat(books.taken()).isEqualTo(reserved("800.00"));

    books.enter(assessed("790.00").version(2).notice("TN-2").with("replaces", "TN-1"));

    assertThat(books.taken()).isEqualTo(reserved("790.00"));
  }

  @Test
  void lets_a_cancellation_of_an_earlier_version_not_cancel_a_later_one() {
    books.enter(declared("692.30"), cancelled(), amended(2, "500.00"));

    assertThat(books.taken()).isEqualTo(reserved("500.00"));
  }

  @Test
  void takes_the_later_of_two_equal_versions_by_business_time() {
    AnEvent earlier = declared("100.00").at("2026-03-02T10:00:00Z");
    AnEvent later = declared("200.00").at("2026-03-02T10:00:01Z");

    assertThat(TestBooks.with(aGuarantee().active()).enter(earlier, later).taken())
        .isEqualTo(reserved("200.00"));
    assertThat(TestBooks.with(aGuarantee().active()).enter(later, earlier).taken())
        .isEqualTo(reserved("200.00"));
  }

  @Test
  void breaks_a_tie_of_business_times_the_same_way_in_any_order() {
    AnEvent a = declared("100.00").id("A");
    AnEvent b = declared("200.00").id("B");

    assertThat(TestBooks.with(aGuarantee().active()).enter(a, b).taken())
        .isEqualTo(TestBooks.with(aGuarantee().active()).enter(b, a).taken());
  }

  @Test
  void restores_once_what_was_paid_and_re_exported() {
    books.enter(
        declared("692.30"),
        released(),
        assessed("692.30"),
        paid("692.30"),
        discharged("RE_EXPORTED"));

    assertThat(books.taken()).isEqualTo(nothing());
    assertThat(books.position().available()).isEqualTo(100_000);
    assertThat(books.lastRecorded().effect()).isEqualTo(Effect.RECORDED);
  }

  @Test
  void counts_a_receipt_once_however_many_events_report_it() {
    books.enter(
        declared("692.30"), assessed("692.30"), paid("300.00").id("A"), paid("300.00").id("B"));

    assertThat(books.taken()).isEqualTo(reserved("392.30"));
  }

  @Test
  void adds_up_several_receipts_of_one_notice() {
    books.enter(
        declared("692.30"), assessed("692.30"), paid("300.00"), paid("300.00").receipt("TR-2"));

    assertThat(books.taken()).isEqualTo(reserved("92.30"));
  }

  @Test
  void counts_a_reversal_that_comes_before_its_payment() {
    books.enter(declared("692.30"), assessed("692.30"), reversed("692.30"), paid("692.30"));

    assertThat(books.taken()).isEqualTo(reserved("692.30"));
  }

  @Test
  void never_restores_more_than_is_outstanding_on_a_notice() {
    books.enter(
        declared("692.30"), assessed("400.00"), assessed("292.30").notice("TN-2"), paid("600.00"));

    assertThat(books.taken()).isEqualTo(reserved("292.30"));
    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.PAID_MORE_THAN_ASSESSED);
  }

  @Test
  void never_nets_across_shipments() {
    books.enter(
        declared("100.00"), declared("200.00").about("HAWB-2"), assessed("100.00"), paid("250.00"));

    assertThat(books.taken()).isEqualTo(reserved("200.00"));
  }

  @Test
  void keeps_the_hold_of_a_shipment_that_was_cancelled_after_release() {
    books.enter(declared("692.30"), released(), cancelled());

    assertThat(books.taken()).isEqualTo(reserved("692.30"));
    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.CANCELLED_AFTER_RELEASE);
  }

  @Test
  void takes_back_the_restoration_of_a_cancellation_when_the_release_comes_late() {
    books.enter(declared("692.30"), cancelled());
    assertThat(books.taken()).isEqualTo(nothing());

    books.enter(released());

    assertThat(books.taken()).isEqualTo(reserved("692.30"));
    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.CANCELLED_AFTER_RELEASE);
  }

  @Test
  void withdraws_an_unpaid_demand_when_the_duty_is_paid() {
    books.enter(
        declared("692.30"),
        released(),
        assessed("692.30"),
        demanded("692.30"),
        paid("692.30").at("2026-06-25T10:00:00+08:00"));

    assertThat(books.taken()).isEqualTo(nothing());
    assertThat(books.shipment().demands().keySet())
        .extracting(Demand::status)
        .containsExactly(DemandStatus.WITHDRAWN);
    assertThat(books.told()).contains(ShipmentNoticeType.DEMAND_WITHDRAWN);
  }

  @Test
  void leaves_a_paid_demand_alone_when_the_duty_is_paid_as_well() {
    books.enter(
        declared("692.30"),
        released(),
        assessed("692.30"),
        demanded("692.30"),
        demandPaid(),
        paid("692.30"));

    assertThat(books.taken()).isEqualTo(nothing().claimed("692.30"));
    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.PAID_AND_CLAIMED);
  }

  @Test
  void takes_a_withdrawal_before_its_demand() {
    books.enter(declared("692.30"), released(), demandWithdrawn(), demanded("692.30"));

    assertThat(books.taken()).isEqualTo(reserved("692.30"));
  }

  @Test
  void ends_without_cover_in_any_order_when_an_amendment_turns_goods_into_documents() {
    AnEvent goods = declared("692.30");
    AnEvent documents = amended(2, "692.30").with("shipmentClass", "A");

    TestBooks inOrder = TestBooks.with(aGuarantee().active()).enter(goods, documents);
    TestBooks reversed = TestBooks.with(aGuarantee().active()).enter(documents, goods);

    assertThat(inOrder.cover()).isEqualTo(reversed.cover()).isEqualTo(Cover.unknown());
    assertThat(inOrder.taken()).isEqualTo(nothing());
  }

  @Test
  void ends_discharged_in_any_order_when_the_assessment_finds_no_duty() {
    TestBooks inOrder =
        TestBooks.with(aGuarantee().active()).enter(declared("692.30"), assessed("0.00"));
    TestBooks reversed =
        TestBooks.with(aGuarantee().active()).enter(assessed("0.00"), declared("692.30"));

    assertThat(inOrder.cover()).isEqualTo(reversed.cover()).isInstanceOf(Cover.Discharged.class);
  }

  @Test
  void keeps_a_paid_claim_in_any_order_when_the_assessment_finds_no_duty() {
    AnEvent free = assessed("0.00");
    AnEvent filed = declared("0.00");

    TestBooks late =
        TestBooks.with(aGuarantee().active()).enter(filed, demanded("50.00"), demandPaid(), free);
    TestBooks early =
        TestBooks.with(aGuarantee().active()).enter(free, filed, demanded("50.00"), demandPaid());

    assertThat(late.taken()).isEqualTo(early.taken()).isEqualTo(nothing().claimed("50.00"));
    assertThat(late.cover()).isEqualTo(early.cover());
  }

  @Test
  void moves_the_whole_hold_when_an_amendment_names_another_guarantee() {
    TestBooks two =
        TestBooks.with(
            aGuarantee().withId("G-1").registeredAs("REG-1").active(),
            aGuarantee().withId("G-2").registeredAs("REG-2").active());

    two.enter(declared("300.00"), amended(2, "400.00").naming("REG-2"));

    assertThat(two.taken("G-1")).isEqualTo(nothing());
    assertThat(two.taken("G-2")).isEqualTo(reserved("400.00"));
  }
}
