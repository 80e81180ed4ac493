package com.cargobond.domain.shipment;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.amended;
import static com.cargobond.domain.fixture.AnEvent.assessed;
import static com.cargobond.domain.fixture.AnEvent.cancelled;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.demandWithdrawn;
import static com.cargobond.domain.fixture.AnEvent.demanded;
import static com.cargobond.domain.fixture.AnEvent.discrepancy;
import static com.cargobond.domain.fixture.AnEvent.inspected;
import static com.cargobond.domain.fixture.AnEvent.overdue;
import static com.cargobond.domain.fixture.AnEvent.paid;
import static com.cargobond.domain.fixture.AnEvent.released;
import static com.cargobond.domain.fixture.AnEvent.reversed;
import static com.cargobond.domain.fixture.AnEvent.stillUnmatched;
import static com.cargobond.domain.fixture.TestMoney.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.TestBooks;
import com.cargobond.domain.guarantee.GuaranteeNoticeType;
import com.cargobond.domain.ledger.LedgerNoticeType;
import com.cargobond.domain.ledger.Notice;
import com.cargobond.domain.ledger.QuarantineCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What others are told: each change once. */
class NoticesTest {

  private final TestBooks books = TestBooks.with(aGuarantee().active());

  @Test
  void confirm_the_cover_once() {
    books.enter(declared("100.00"), inspected(), released(), amended(2, "120.00"));

    assertThat(books.told()).containsExactly(ShipmentNoticeType.COVER_CONFIRMED);
    Notice notice = books.notices().getFirst();
    assertThat(notice.reference()).isEqualTo(AnEvent.DECLARATION);
    assertThat(notice.guaranteeId()).contains("G-1");
    assertThat(notice.shipment()).contains(books.shipment().id());
  }

  @Test
  void tell_a_refusal_once_although_other_events_ask_again() {
    TestBooks none = TestBooks.with(aGuarantee().registeredAs("REG-9").active());

    none.enter(declared("100.00"), assessed("110.00"), paid("10.00"));

    assertThat(none.told()).containsExactly(ShipmentNoticeType.COVER_REFUSED);
  }

  @Test
  void tell_a_refusal_for_another_reason_again() {
    TestBooks small = TestBooks.with(aGuarantee().withLimit("50.00").active());

    small.enter(declared("100.00"), amended(2, "100.00").naming("REG-9"));

    assertThat(small.told())
        .containsExactly(ShipmentNoticeType.COVER_REFUSED, ShipmentNoticeType.COVER_REFUSED);
  }

  @Test
  void tell_the_discharge_once() {
    books.enter(
        declared("100.00"), assessed("100.00"), paid("100.00"), released(), overdue("2026-05-01"));

    assertThat(books.told())
        .containsExactly(ShipmentNoticeType.COVER_CONFIRMED, ShipmentNoticeType.COVER_DISCHARGED);
  }

  @Test
  void confirm_again_what_a_reversed_payment_brings_back() {
    books.enter(declared("100.00"), assessed("100.00"), paid("100.00"), reversed("100.00"));

    assertThat(books.told())
        .containsExactly(
            ShipmentNoticeType.COVER_CONFIRMED,
            ShipmentNoticeType.COVER_DISCHARGED,
            ShipmentNoticeType.COVER_CONFIRMED);
  }

  @Test
  void say_nothing_when_a_declaration_is_cancelled() {
    books.enter(declared("100.00"), cancelled());

    assertThat(books.told()).containsExactly(ShipmentNoticeType.COVER_CONFIRMED);
  }

  @Test
  void tell_that_the_guarantee_is_over_committed_once_and_by_how_much() {
    TestBooks small = TestBooks.with(aGuarantee().withLimit("50.00").active());

    small.enter(released(), declared("80.00"), assessed("90.00"));

    assertThat(small.notices())
        .filteredOn(notice -> notice.type() == GuaranteeNoticeType.GUARANTEE_OVER_COMMITTED)
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.amount()).contains(yuan("30.00"));
              assertThat(notice.reference()).isEqualTo("G-1");
            });
    assertThat(small.told())
        .filteredOn(ShipmentNoticeType.COVER_FORCED::equals)
        .as("each step that was forced")
        .hasSize(2);
  }

  @Test
  void tell_a_demand_and_its_withdrawal_once() {
    books.enter(
        declared("100.00"),
        released(),
        demanded("100.00"),
        demandWithdrawn(),
        assessed("100.00"),
        paid("100.00"));

    assertThat(books.notices())
        .filteredOn(notice -> notice.reference().equals(AnEvent.DEMAND))
        .extracting(Notice::type)
        .containsExactly(ShipmentNoticeType.DEMAND_RECEIVED, ShipmentNoticeType.DEMAND_WITHDRAWN);
    assertThat(books.notices())
        .filteredOn(notice -> notice.type() == ShipmentNoticeType.DEMAND_RECEIVED)
        .singleElement()
        .satisfies(notice -> assertThat(notice.amount()).contains(yuan("100.00")));
  }

  @Test
  void tell_each_exception_once() {
    books.enter(declared("100.00"), released(), cancelled(), assessed("100.00"), discrepancy());

    assertThat(books.notices())
        .filteredOn(notice -> notice.type() == LedgerNoticeType.NEEDS_A_PERSON)
        .extracting(notice -> notice.code().orElseThrow())
        .containsExactly(
            ShipmentExceptionCode.CANCELLED_AFTER_RELEASE.name(),
            ShipmentExceptionCode.DISCREPANCY.name());
  }

  @Test
  void leave_room_in_the_transaction_however_many_demands_wait_for_a_declaration() {
    for (int i = 0; i < Shipment.DEMANDS_MAX; i++) {
      books.enter(demanded("100.00").demand("D-" + i));
    }
    Books before = books.current();
    int toldBefore = books.notices().size();

    books.enter(declared("50.00"));

    List<Notice> told = books.notices().subList(toldBefore, books.notices().size());
    assertThat(told)
        .filteredOn(notice -> notice.type() == LedgerNoticeType.NEEDS_A_PERSON)
        .extracting(notice -> notice.code().orElseThrow())
        .containsExactly(ShipmentExceptionCode.DEMAND_EXCEEDS_DUTY.name());
    assertThat(told).extracting(Notice::type).contains(ShipmentNoticeType.DEMAND_RECEIVED);
    int rows =
        ShipmentRows.slices(before, books.current())
            + ShipmentRows.between(before.shipment(books.shipment().id()), books.shipment());
    assertThat(rows + told.size()).isLessThanOrEqualTo(ShipmentRows.WITH_NOTICES_MAX);
  }

  @Test
  void tell_once_of_many_receipts_that_are_contradicted_at_once() {
    for (int i = 0; i < 40; i++) {
      books.enter(paid("1.00").receipt("TR-" + i), paid("2.00").receipt("TR-" + i));
    }

    books.enter(declared("100.00"), assessed("100.00"));

    assertThat(books.notices())
        .filteredOn(notice -> notice.type() == LedgerNoticeType.NEEDS_A_PERSON)
        .extracting(notice -> notice.code().orElseThrow())
        .containsExactly(ShipmentExceptionCode.RECEIPT_CONTRADICTED.name());
  }

  @Test
  void tell_once_of_two_events_that_two_sources_gave_one_id() {
    books.enter(
        paid("1.00").notice("TN-8").id("1"),
        paid("2.00").notice("TN-9").id("1").withAttribute("source", "urn:customs:2234"),
        stillUnmatched("2026-09-01"));

    assertThat(books.notices())
        .filteredOn(notice -> notice.code().filter("FACT_UNMATCHED"::equals).isPresent())
        .hasSize(1);
    assertThat(books.notices()).extracting(Notice::id).doesNotHaveDuplicates();
  }

  @Test
  void have_the_same_ids_when_the_same_events_are_entered_elsewhere() {
    AnEvent[] day = {declared("100.00"), released(), cancelled(), demanded("100.00")};
    TestBooks again = TestBooks.with(aGuarantee().active()).enter(day);

    books.enter(day);

    assertThat(books.notices()).isEqualTo(again.notices());
    assertThat(books.notices()).extracting(Notice::id).doesNotHaveDuplicates();
  }

  @Test
  void are_not_repeated_when_an_event_is() {
    books.enter(declared("100.00"), declared("100.00"));

    assertThat(books.notices()).hasSize(1);
  }

  @Test
  void tell_apart_what_was_quarantined_under_one_id() {
    Notice one = quarantined(paid("1.00").id("E-1"));
    Notice other = quarantined(paid("2.00").id("E-1"));

    assertThat(one).isEqualTo(quarantined(paid("1.00").id("E-1")));
    assertThat(one.type()).isEqualTo(LedgerNoticeType.EVENT_QUARANTINED);
    assertThat(one.code()).contains("ID_REUSED");
    assertThat(one.id()).isNotEqualTo(other.id());
  }

  private static Notice quarantined(AnEvent event) {
    return Notice.quarantined(event.event(), QuarantineCode.ID_REUSED);
  }
}
