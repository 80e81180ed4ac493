package com.cargobond.domain.shipment;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.amended;
import static com.cargobond.domain.fixture.AnEvent.assessed;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.demandPaid;
import static com.cargobond.domain.fixture.AnEvent.demanded;
import static com.cargobond.domain.fixture.AnEvent.discharged;
import static com.cargobond.domain.fixture.AnEvent.overdue;
import static com.cargobond.domain.fixture.AnEvent.paid;
import static com.cargobond.domain.fixture.AnEvent.released;
import static com.cargobond.domain.fixture.AnEvent.reversed;
import static com.cargobond.domain.fixture.Taken.nothing;
import static com.cargobond.domain.fixture.Taken.reserved;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.TestBooks;
import com.cargobond.domain.ledger.Outcome;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/**
 * The late charge is a debt of its own, counted by the day on each part of the duty until that part
 * was paid. Every declaration here is due on 2026-03-17.
 */
class LateChargeTest {

  /** 40 days late. */
  private static final String LATE = "2026-04-26";

  private final TestBooks books = TestBooks.with(aGuarantee().withLimit("1000000.00").active());

  @Test
  void stays_held_when_the_duty_was_paid_late() {
    owing("2730.47").enter(overdue(LATE), paidOn(LATE, "2730.47"));

    assertThat(books.taken()).isEqualTo(reserved("54.61"));
    assertThat(books.cover()).isInstanceOf(Cover.Covered.class);
  }

  @Test
  void is_known_from_the_payment_alone_though_nobody_counted_before() {
    owing("2730.47").enter(paidOn(LATE, "2730.47"));

    assertThat(books.taken()).isEqualTo(reserved("54.61"));
    assertThat(books.shipment().deadline()).isEmpty();
  }

  @Test
  void is_counted_on_each_part_until_the_day_of_its_payment() {
    owing("200000.00")
        .enter(
            assessed("200000.00")
                .with("dueDate", "2026-10-13")
                .at("2026-03-05T10:00:00+08:00")
                .id("due-later"),
            paidOn("2026-10-20", "120000.00"),
            overdue("2026-11-01"));
    assertThat(books.taken()).isEqualTo(reserved("81180.00"));

    books.enter(paidOn("2026-11-02", "80000.00").receipt("TR-2"));

    assertThat(books.taken()).isEqualTo(reserved("1220.00"));
  }

  @Test
  void keeps_what_had_accrued_on_a_part_that_was_paid() {
    owing("10000.00").enter(overdue(LATE), paidOn(LATE, "9000.00"));

    assertThat(books.taken()).isEqualTo(reserved("1200.00"));
  }

  @Test
  void ends_on_the_day_on_which_the_payer_was_debited() {
    owing("2730.47").enter(paidOn("2026-05-20", "2730.47").with("debitedOn", LATE));

    assertThat(books.taken()).isEqualTo(reserved("54.61"));
  }

  @Test
  void is_nothing_when_the_payer_was_debited_in_time() {
    owing("2730.47").enter(paidOn(LATE, "2730.47").with("debitedOn", "2026-03-17"));

    assertThat(books.taken()).isEqualTo(nothing());
  }

  @Test
  void is_paid_first_by_what_is_paid_above_the_duty() {
    owing("2730.47").enter(paidOn(LATE, "2785.08"));

    assertThat(books.taken()).isEqualTo(nothing());
    assertThat(books.exceptions()).isEmpty();
  }

  @Test
  void leaves_what_is_paid_above_duty_and_charge_to_a_person() {
    owing("2730.47").enter(paidOn(LATE, "2785.09"));

    assertThat(books.taken()).isEqualTo(nothing());
    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.PAID_MORE_THAN_ASSESSED);
  }

  @Test
  void gives_way_to_customs_own_notice_of_it() {
    owing("2730.47").enter(paidOn(LATE, "2730.47"), lateChargeNotice("53.00"));
    assertThat(books.taken()).isEqualTo(reserved("53.00"));

    books.enter(paidOn("2026-05-10", "53.00").notice("TN-LATE").receipt("TR-9"));

    assertThat(books.taken()).isEqualTo(nothing());
    assertThat(books.exceptions()).isEmpty();
  }

  @Test
  void counts_once_when_customs_notice_of_it_arrives_before_the_payment() {
    owing("2730.47").enter(lateChargeNotice("53.00"), overdue(LATE), paidOn(LATE, "2730.47"));

    assertThat(books.taken()).isEqualTo(reserved("53.00"));
  }

  @Test
  void is_not_charged_on_a_late_charge() {
    owing("2730.47")
        .enter(
            paidOn(LATE, "2730.47"),
            lateChargeNotice("53.00").with("dueDate", "2026-05-01"),
            overdue("2026-12-31"));

    assertThat(books.taken()).isEqualTo(reserved("53.00"));
  }

  @Test
  void can_be_demanded_alone_after_the_duty_was_paid() {
    owing("2730.47").enter(overdue(LATE), paidOn(LATE, "2730.47"), demanded("54.61"));

    assertThat(books.taken()).isEqualTo(nothing().demanded("54.61"));
    assertThat(books.told()).contains(ShipmentNoticeType.DEMAND_RECEIVED);
    assertThat(books.exceptions()).isEmpty();
  }

  @Test
  void ends_on_the_day_on_which_the_guarantor_paid() {
    owing("2730.47").enter(overdue("2026-06-20"), demanded("2730.47"), demandPaid());
    assertThat(books.taken()).isEqualTo(reserved("133.79").claimed("2730.47"));

    books.enter(overdue("2026-12-20"));

    assertThat(books.taken()).isEqualTo(reserved("133.79").claimed("2730.47"));
    assertThat(books.shipment().deadline()).isEmpty();
  }

  @Test
  void stays_held_when_a_demand_for_all_was_overtaken_by_the_debtors_payment_of_the_duty() {
    owing("2730.47")
        .enter(demanded("2785.08").at("2026-04-20T10:00:00+08:00"), paidOn(LATE, "2730.47"));

    assertThat(books.taken()).isEqualTo(reserved("54.61"));
    assertThat(books.told()).contains(ShipmentNoticeType.DEMAND_WITHDRAWN);
  }

  @Test
  void is_not_asked_of_the_debtor_a_second_time_after_the_guarantor_paid_it() {
    owing("2730.47")
        .enter(
            demanded("2785.08").at("2026-04-20T10:00:00+08:00"),
            demandPaid().at(LATE + "T10:00:00+08:00"),
            paidOn("2026-05-05", "2730.47"));

    assertThat(books.taken()).isEqualTo(nothing().claimed("2785.08"));
    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.PAID_AND_CLAIMED);
  }

  @Test
  void falls_away_with_the_duty() {
    owing("2730.47").enter(overdue(LATE), discharged("DESTROYED").at("2026-05-01T10:00:00+08:00"));

    assertThat(books.taken()).isEqualTo(nothing());
  }

  @Test
  void follows_the_day_of_debit_though_a_later_version_was_completed_after_it() {
    owing("100000.00").enter(paidOn(LATE, "100000.00").with("debitedOn", "2026-03-10"));
    assertThat(books.taken()).isEqualTo(nothing());

    books.enter(
        amended(2, "100000.00")
            .with("completedAt", "2026-03-12T10:00:00+08:00")
            .at("2026-03-12T10:00:00+08:00"),
        assessed("100000.00").version(2).id("v2").at("2026-03-13T10:00:00+08:00"));

    assertThat(books.taken()).isEqualTo(nothing());
  }

  @Test
  void runs_on_as_if_nothing_had_been_paid_when_a_payment_is_undone() {
    owing("10000.00")
        .enter(
            paidOn("2026-03-17", "10000.00"),
            reversed("10000.00").at("2026-03-20T10:00:00+08:00"),
            overdue(LATE));

    assertThat(books.taken()).isEqualTo(reserved("10200.00"));
  }

  @Test
  void has_a_floor_for_each_notice() {
    books.enter(
        declared("230000.00"),
        released(),
        assessed("130000.00"),
        assessed("100000.00").notice("TN-2"),
        overdue("2026-03-18"));
    assertThat(books.taken()).isEqualTo(reserved("230115.00"));

    books.enter(paidOn("2026-03-16", "40000.00"));

    assertThat(books.taken()).as("45.00 on the first").isEqualTo(reserved("190050.00"));
  }

  @Test
  void is_counted_again_while_duty_is_unpaid_and_not_after() {
    owing("2730.47");
    assertThat(books.shipment().deadline()).contains(LocalDate.parse("2026-03-18"));

    books.enter(overdue("2026-03-18"));
    assertThat(books.shipment().deadline()).contains(LocalDate.parse("2026-03-25"));

    books.enter(paidOn(LATE, "2730.47"));
    assertThat(books.shipment().deadline()).isEmpty();
  }

  @Test
  void keeps_only_the_latest_count_in_the_history() {
    owing("2730.47");
    int before = books.shipment().history().size();

    books.enter(overdue("2026-04-20"), overdue(LATE), overdue("2026-04-20").id("again"));

    assertThat(books.shipment().history()).hasSize(before + 1);
    assertThat(books.last()).isEqualTo(new Outcome.Repeated());
    assertThat(books.taken()).isEqualTo(reserved("2785.08"));
  }

  private TestBooks owing(String duty) {
    return books.enter(declared(duty), released(), assessed(duty));
  }

  private static AnEvent paidOn(String day, String amount) {
    return paid(amount).at(day + "T16:00:00+08:00");
  }

  private static AnEvent lateChargeNotice(String amount) {
    return assessed(amount)
        .notice("TN-LATE")
        .with("kind", "LATE_CHARGE")
        .with("baseNoticeNo", AnEvent.NOTICE)
        .at("2026-05-02T10:00:00+08:00");
  }
}
