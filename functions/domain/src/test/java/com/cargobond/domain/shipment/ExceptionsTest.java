package com.cargobond.domain.shipment;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.assessed;
import static com.cargobond.domain.fixture.AnEvent.cancelled;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.demandPaid;
import static com.cargobond.domain.fixture.AnEvent.demandWithdrawn;
import static com.cargobond.domain.fixture.AnEvent.demanded;
import static com.cargobond.domain.fixture.AnEvent.discharged;
import static com.cargobond.domain.fixture.AnEvent.discrepancy;
import static com.cargobond.domain.fixture.AnEvent.manifested;
import static com.cargobond.domain.fixture.AnEvent.money;
import static com.cargobond.domain.fixture.AnEvent.paid;
import static com.cargobond.domain.fixture.AnEvent.released;
import static com.cargobond.domain.fixture.AnEvent.reversed;
import static com.cargobond.domain.fixture.Taken.nothing;
import static com.cargobond.domain.fixture.Taken.reserved;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.TestBooks;
import com.cargobond.domain.ledger.Matter;
import org.junit.jupiter.api.Test;

/** What needs a person, and when it no longer does. */
class ExceptionsTest {

  private final TestBooks books = TestBooks.with(aGuarantee().active());

  @Test
  void are_none_in_an_ordinary_life() {
    books.enter(manifested(), declared("100.00"), released(), assessed("100.00"), paid("100.00"));

    assertThat(books.exceptions()).isEmpty();
  }

  @Test
  void name_the_declaration_that_was_cancelled_after_release() {
    books.enter(declared("100.00"), released(), cancelled());

    assertThat(books.shipment().matters())
        .containsExactly(
            Matter.of(ShipmentExceptionCode.CANCELLED_AFTER_RELEASE, AnEvent.DECLARATION));
  }

  @Test
  void end_when_the_duty_of_a_cancelled_declaration_falls_away() {
    books.enter(declared("100.00"), released(), cancelled(), discharged("RE_EXPORTED"));

    assertThat(books.exceptions()).isEmpty();
  }

  @Test
  void tell_that_more_was_paid_than_assessed() {
    books.enter(declared("100.00"), assessed("100.00"), paid("100.01"));

    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.PAID_MORE_THAN_ASSESSED);
  }

  @Test
  void end_when_the_overpayment_is_reversed() {
    books.enter(declared("100.00"), assessed("100.00"), paid("100.01"), reversed("0.01"));

    assertThat(books.exceptions()).isEmpty();
  }

  @Test
  void tell_that_goods_were_released_without_cover() {
    books.enter(declared("100.00").naming("REG-9"), released());

    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.RELEASED_WITHOUT_COVER);
  }

  @Test
  void end_when_the_duty_of_uncovered_goods_is_paid() {
    books.enter(declared("100.00").naming("REG-9"), released(), assessed("100.00"), paid("100.00"));

    assertThat(books.exceptions()).isEmpty();
  }

  @Test
  void tell_that_debtor_and_guarantor_both_paid() {
    books.enter(
        declared("100.00"),
        released(),
        assessed("100.00"),
        paid("60.00"),
        demanded("40.01"),
        demandPaid());

    assertThat(books.exceptions()).contains(ShipmentExceptionCode.PAID_AND_CLAIMED);
  }

  @Test
  void do_not_arise_when_debtor_and_guarantor_each_paid_a_part() {
    books.enter(
        declared("100.00"),
        released(),
        assessed("100.00"),
        paid("60.00"),
        demanded("40.00"),
        demandPaid());

    assertThat(books.exceptions()).isEmpty();
    assertThat(books.taken()).isEqualTo(nothing().claimed("40.00"));
  }

  @Test
  void tell_that_customs_demands_more_than_is_owed() {
    books.enter(declared("100.00"), released(), assessed("100.00"), demanded("200.00"));

    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.DEMAND_EXCEEDS_DUTY);
    assertThat(books.taken()).isEqualTo(nothing().demanded("200.00"));
  }

  @Test
  void allow_a_demand_to_hold_the_late_charge_up_to_its_day() {
    TestBooks large = TestBooks.with(aGuarantee().withLimit("10000.00").active());

    large.enter(
        declared("2730.47"),
        released(),
        assessed("2730.47"),
        demanded("2785.08").at("2026-04-26T10:00:00+08:00"));

    assertThat(large.exceptions()).isEmpty();
  }

  @Test
  void end_when_the_excessive_demand_is_withdrawn() {
    books.enter(declared("100.00"), released(), demanded("200.00"), demandWithdrawn());

    assertThat(books.exceptions()).isEmpty();
    assertThat(books.taken()).isEqualTo(reserved("100.00"));
  }

  @Test
  void tell_that_an_amount_is_in_another_currency_and_leave_it_out() {
    books.enter(declared("100.00"), assessed("1.00").with("duty", money("900.00", "HKD")));

    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.CURRENCY_DIFFERS);
    assertThat(books.taken()).isEqualTo(reserved("100.00"));
  }

  @Test
  void tell_of_payments_and_demands_in_another_currency() {
    books.enter(
        declared("100.00"),
        assessed("100.00"),
        paid("1.00").with("amount", money("100.00", "HKD")));
    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.CURRENCY_DIFFERS);
    assertThat(books.taken()).isEqualTo(reserved("100.00"));

    books.enter(demanded("1.00").with("amount", money("100.00", "HKD")));
    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.CURRENCY_DIFFERS);
    assertThat(books.taken()).isEqualTo(reserved("100.00"));
  }

  @Test
  void name_the_manifest_whose_value_exceeds_the_class_limit() {
    books.enter(manifested().id("M-1").with("declaredValue", money("5000.01")));

    assertThat(books.shipment().matters())
        .containsExactly(Matter.of(ShipmentExceptionCode.VALUE_ABOVE_CLASS_LIMIT, "M-1"));
  }

  @Test
  void know_no_class_limit_for_other_values() {
    books.enter(
        manifested().with("declaredValue", money("5000.00")),
        manifested().with("declaredValue", money("9000.00", "HKD")),
        manifested().with("declaredValue", money("9000.00")).with("shipmentClass", "B"),
        manifested());

    assertThat(books.exceptions()).isEmpty();
  }

  @Test
  void name_each_discrepancy() {
    books.enter(discrepancy().id("X-1"), discrepancy().id("X-2"));

    assertThat(books.shipment().matters())
        .containsExactly(
            Matter.of(ShipmentExceptionCode.DISCREPANCY, "X-1"),
            Matter.of(ShipmentExceptionCode.DISCREPANCY, "X-2"));
  }
}
