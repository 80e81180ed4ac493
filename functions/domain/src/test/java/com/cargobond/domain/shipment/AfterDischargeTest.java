package com.cargobond.domain.shipment;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.assessed;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.demandDecided;
import static com.cargobond.domain.fixture.AnEvent.demandPaid;
import static com.cargobond.domain.fixture.AnEvent.demanded;
import static com.cargobond.domain.fixture.AnEvent.discharged;
import static com.cargobond.domain.fixture.AnEvent.noticeWithdrawn;
import static com.cargobond.domain.fixture.AnEvent.overdue;
import static com.cargobond.domain.fixture.AnEvent.paid;
import static com.cargobond.domain.fixture.AnEvent.released;
import static com.cargobond.domain.fixture.Taken.nothing;
import static com.cargobond.domain.fixture.Taken.reserved;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.TestBooks;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A discharge ends what Customs had told before it, and nothing that it tells later. */
class AfterDischargeTest {

  private final TestBooks books = TestBooks.with(aGuarantee().withLimit("1000000.00").active());

  @Test
  void what_the_guarantor_paid_before_it_pays_nothing_that_is_told_later() {
    owing("100.00")
        .enter(
            demanded("100.00"),
            demandDecided("COMPLY"),
            demandPaid(),
            dischargedOn("2026-07-05"),
            supplement("50.00"));
    assertThat(books.taken()).isEqualTo(reserved("50.00").claimed("100.00"));
    assertThat(books.exceptions()).isEmpty();

    books.enter(demanded("50.00").demand("D-2").at("2026-08-20T10:00:00+08:00"));

    assertThat(books.taken()).isEqualTo(nothing().demanded("50.00").claimed("100.00"));
    assertThat(books.exceptions()).isEmpty();
  }

  @Test
  void what_the_guarantor_pays_after_it_ends_the_late_charge_on_what_was_told_later() {
    owing("100000.00")
        .enter(
            dischargedOn("2026-07-05"),
            supplement("50000.00").with("dueDate", "2026-07-25"),
            demanded("50000.00").demand("D-2").at("2026-08-20T10:00:00+08:00"),
            demandDecided("COMPLY").with("demandId", "D-2").at("2026-08-21T10:00:00+08:00"),
            demandPaid().with("demandId", "D-2").at("2026-08-22T10:00:00+08:00"),
            overdue("2026-12-01"));

    assertThat(books.taken()).isEqualTo(reserved("700.00").claimed("50000.00"));
    assertThat(books.shipment().deadline().filter(LocalDate.parse("2026-12-31")::isBefore))
        .isEmpty();

    books.enter(overdue("2027-06-01"));

    assertThat(books.taken()).isEqualTo(reserved("700.00").claimed("50000.00"));
  }

  @Test
  void what_was_paid_twice_is_found_though_other_duty_fell_away() {
    owing("100.00")
        .enter(
            dischargedOn("2026-07-05"),
            supplement("50.00"),
            demanded("50.00").demand("D-2").at("2026-08-20T10:00:00+08:00"),
            demandPaid().with("demandId", "D-2").at("2026-08-22T10:00:00+08:00"),
            paid("50.00").notice("TN-2").at("2026-08-25T10:00:00+08:00"));

    assertThat(books.exceptions()).contains(ShipmentExceptionCode.PAID_AND_CLAIMED);
  }

  @Test
  void a_notice_that_was_withdrawn_before_it_and_is_issued_again_is_owed() {
    owing("100.00")
        .enter(
            noticeWithdrawn(),
            dischargedOn("2026-03-12"),
            assessed("100.00").id("again").at("2026-03-20T10:00:00+08:00"));

    assertThat(books.taken()).isEqualTo(reserved("100.00"));
  }

  @Test
  void a_notice_that_is_raised_after_it_is_owed() {
    owing("100.00")
        .enter(
            dischargedOn("2026-03-12"),
            assessed("250.00").id("raised").at("2026-03-20T10:00:00+08:00"));

    assertThat(books.taken()).isEqualTo(reserved("250.00"));
  }

  @Test
  void a_notice_that_is_only_repeated_after_it_is_not_owed() {
    owing("100.00")
        .enter(
            dischargedOn("2026-03-12"),
            assessed("100.00").id("again").at("2026-03-20T10:00:00+08:00"));

    assertThat(books.taken()).isEqualTo(nothing());
  }

  @Test
  void a_late_charge_that_was_paid_before_it_was_owed() {
    owing("100000.00").enter(paid("101950.00").at("2026-04-25T16:00:00+08:00"));
    assertThat(books.exceptions()).isEmpty();

    books.enter(dischargedOn("2026-07-05"));

    assertThat(books.taken()).isEqualTo(nothing());
    assertThat(books.exceptions()).isEmpty();
  }

  private TestBooks owing(String duty) {
    return books.enter(declared(duty), released(), assessed(duty));
  }

  private static AnEvent dischargedOn(String day) {
    return discharged("DESTROYED").at(day + "T10:00:00+08:00");
  }

  private static AnEvent supplement(String amount) {
    return assessed(amount)
        .notice("TN-2")
        .id("TN-2")
        .with("kind", "SUPPLEMENT")
        .at("2026-07-10T10:00:00+08:00");
  }
}
