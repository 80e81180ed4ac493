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
import static com.cargobond.domain.fixture.AnEvent.discharged;
import static com.cargobond.domain.fixture.AnEvent.paid;
import static com.cargobond.domain.fixture.AnEvent.released;
import static com.cargobond.domain.fixture.Taken.nothing;
import static com.cargobond.domain.fixture.Taken.reserved;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.TestBooks;
import com.cargobond.domain.guarantee.Demand;
import com.cargobond.domain.guarantee.DemandStatus;
import com.cargobond.domain.guarantee.Purpose;
import com.cargobond.domain.ledger.Outcome;
import com.cargobond.domain.ledger.QuarantineCode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No demand is lost: it stands until money or Customs' word ends it, by business time. */
class DemandTest {

  private TestBooks books = TestBooks.with(aGuarantee().withLimit("100000.00").active());

  @Test
  void stands_again_when_customs_makes_it_again_after_withdrawing_it() {
    owing().enter(demanded("692.30"), demandWithdrawn(), again("692.30"));

    assertThat(books.taken()).isEqualTo(nothing().demanded("692.30"));
    assertThat(books.told())
        .containsSubsequence(
            ShipmentNoticeType.DEMAND_RECEIVED,
            ShipmentNoticeType.DEMAND_WITHDRAWN,
            ShipmentNoticeType.DEMAND_RECEIVED);
  }

  @Test
  void is_paid_as_it_was_made_again_and_not_as_the_bank_had_agreed_to_before_the_withdrawal() {
    owing()
        .enter(
            demanded("692.30"),
            demandDecided("COMPLY").at("2026-06-20T12:00:00+08:00"),
            demandWithdrawn(),
            demanded("60.00").id("lower").at("2026-06-21T11:00:00+08:00"),
            demandPaid());

    assertThat(books.taken()).isEqualTo(reserved("632.30").claimed("60.00"));
    assertThat(books.exceptions()).isEmpty();
  }

  @Test
  void stays_withdrawn_when_an_earlier_telling_arrives_late() {
    owing().enter(demanded("692.30"), demandWithdrawn(), demanded("692.30").id("delayed"));

    assertThat(books.taken()).isEqualTo(reserved("692.30"));
  }

  @Test
  void awaits_another_decision_when_it_is_made_anew_with_another_amount() {
    owing().enter(demanded("9999.00"), demandDecided("REJECT"), again("692.30"));
    assertThat(status()).isEqualTo(DemandStatus.RECEIVED);

    books.enter(demandDecided("COMPLY").at("2026-06-26T10:00:00+08:00"));
    assertThat(status()).isEqualTo(DemandStatus.COMPLYING);
  }

  @Test
  void keeps_its_decision_when_it_is_only_told_again() {
    owing().enter(demanded("692.30"), demandDecided("COMPLY"), again("692.30"));

    assertThat(status()).isEqualTo(DemandStatus.COMPLYING);
  }

  static Stream<AnEvent> whatEndsADebt() {
    return Stream.of(paid("692.30"), discharged("DESTROYED"), cancelled());
  }

  @ParameterizedTest
  @MethodSource("whatEndsADebt")
  void is_open_and_a_persons_matter_when_it_comes_after_the_debt_has_ended(AnEvent end) {
    books.enter(declared("692.30"), assessed("692.30"), end, demanded("692.30"));

    assertThat(status()).isEqualTo(DemandStatus.RECEIVED);
    assertThat(books.taken()).isEqualTo(nothing().demanded("692.30"));
    assertThat(books.told()).contains(ShipmentNoticeType.DEMAND_RECEIVED);
    assertThat(books.exceptions()).contains(ShipmentExceptionCode.DEMAND_AFTER_PAYMENT);
  }

  @Test
  void is_told_of_even_if_money_had_ended_it_before_it_was_heard_of() {
    owing().enter(paid("692.30").at("2026-06-25T10:00:00+08:00"), demanded("692.30"));

    assertThat(status()).isEqualTo(DemandStatus.WITHDRAWN);
    assertThat(books.told()).contains(ShipmentNoticeType.DEMAND_WITHDRAWN);
  }

  @Test
  void is_not_withdrawn_under_a_bank_that_had_decided_to_pay() {
    owing()
        .enter(
            demanded("692.30"),
            demandDecided("COMPLY"),
            paid("692.30").at("2026-06-22T11:00:00+08:00"));
    assertThat(status()).isEqualTo(DemandStatus.COMPLYING);
    assertThat(books.exceptions()).contains(ShipmentExceptionCode.DEMAND_OVERTAKEN);

    books.enter(demandPaid());

    assertThat(books.taken()).isEqualTo(nothing().claimed("692.30"));
    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.PAID_AND_CLAIMED);
  }

  @Test
  void is_paid_by_the_bank_whatever_its_state_and_a_person_is_told() {
    owing().enter(demanded("692.30"), demandWithdrawn(), demandPaid());

    assertThat(books.taken()).isEqualTo(nothing().claimed("692.30"));
    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.CLAIM_NOT_OWED);
  }

  @Test
  void counts_once_when_the_bank_paid_it_under_two_references() {
    owing().enter(demanded("692.30"), demandPaid(), demandPaid().with("paymentRef", "PAY-2"));

    assertThat(books.taken()).isEqualTo(nothing().claimed("692.30"));
    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.CLAIM_PAID_TWICE);
  }

  @Test
  void after_the_suretyship_period_is_kept_refused_and_told() {
    books =
        TestBooks.with(
            aGuarantee()
                .covering("2026-01-01", "2026-03-31")
                .withSuretyshipTo("2026-07-17")
                .active());
    owing().enter(demanded("692.30").at("2026-07-18T10:00:00+08:00"));

    assertThat(status()).isEqualTo(DemandStatus.REJECTED);
    assertThat(demand().reason())
        .contains("made after the suretyship period, which ended on 2026-07-17");
    assertThat(books.taken()).isEqualTo(reserved("692.30"));
    assertThat(books.told()).contains(ShipmentNoticeType.DEMAND_RECEIVED);
    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.DEMAND_AFTER_PERIOD);
  }

  @Test
  void on_the_last_day_of_the_suretyship_period_stands() {
    books =
        TestBooks.with(
            aGuarantee()
                .covering("2026-01-01", "2026-03-31")
                .withSuretyshipTo("2026-07-17")
                .active());
    owing().enter(demanded("692.30").at("2026-07-17T23:59:59+08:00"));

    assertThat(books.taken()).isEqualTo(nothing().demanded("692.30"));
  }

  @Test
  void on_goods_without_cover_is_listed_with_the_guarantee_that_the_declaration_names() {
    books = TestBooks.with(aGuarantee().serving(Purpose.CONSOLIDATED).active());
    owing().enter(demanded("692.30"));

    assertThat(books.shipment().demands()).containsValue(books.guarantee().id());
    assertThat(books.told()).contains(ShipmentNoticeType.DEMAND_RECEIVED);
    assertThat(books.taken()).isEqualTo(nothing());
    assertThat(books.exceptions()).contains(ShipmentExceptionCode.DEMAND_WITHOUT_COVER);

    books.enter(demandPaid());

    assertThat(books.taken()).as("what was paid was paid").isEqualTo(nothing().claimed("692.30"));
  }

  @Test
  void for_a_declaration_that_nobody_knows_is_a_persons_matter_at_once() {
    owing().enter(demanded("692.30").declaration("223320261000000132"));
    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.DEMAND_UNMATCHED);

    books.enter(declared("50.00").declaration("223320261000000132"));

    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.DEMAND_EXCEEDS_DUTY);
  }

  @Test
  void is_paid_as_it_was_told_when_the_bank_decided_to_comply() {
    owing()
        .enter(
            demanded("600.00"),
            demandDecided("COMPLY"),
            demanded("692.30").at("2026-06-22T12:00:00+08:00"),
            demandPaid().with("paidOn", "2026-06-22"));

    assertThat(books.taken()).isEqualTo(reserved("92.30").claimed("600.00"));
    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.DEMAND_TOLD_OTHERWISE);
  }

  @Test
  void is_told_again_when_customs_raises_it() {
    owing()
        .enter(
            demanded("600.00"),
            demandDecided("COMPLY"),
            demanded("692.30").at("2026-06-22T12:00:00+08:00"));

    assertThat(status()).isEqualTo(DemandStatus.RECEIVED);
    assertThat(books.told()).filteredOn(ShipmentNoticeType.DEMAND_RECEIVED::equals).hasSize(2);
  }

  @Test
  void is_a_persons_matter_when_it_is_made_again_after_it_was_paid_and_withdrawn() {
    owing()
        .enter(
            demanded("692.30"),
            demandPaid(),
            demandWithdrawn().at("2026-06-28T10:00:00+08:00"),
            demanded("692.30").at("2026-07-01T10:00:00+08:00"));

    assertThat(books.exceptions())
        .containsExactlyInAnyOrder(
            ShipmentExceptionCode.CLAIM_NOT_OWED, ShipmentExceptionCode.DEMAND_TOLD_OTHERWISE);
  }

  @Test
  void stands_when_it_is_withdrawn_and_made_again_at_one_moment() {
    owing().enter(demandWithdrawn().at("2026-06-20T10:00:00+08:00"), demanded("692.30"));

    assertThat(books.taken()).isEqualTo(nothing().demanded("692.30"));
  }

  @Test
  void is_paid_on_no_day_before_it_was_made_nor_after_it_was_told() {
    books.enter(declared("2730.47"), released(), assessed("2730.47"), demanded("2730.47"));

    books.enter(demandPaid().with("paidOn", "2026-03-17"));

    assertThat(books.taken()).isEqualTo(reserved("133.79").claimed("2730.47"));
  }

  @Test
  void is_a_persons_matter_where_versions_of_the_declaration_name_several_guarantees() {
    owing()
        .enter(
            demanded("692.30"),
            demandPaid(),
            amended(2, "692.30").naming("REG-9").at("2026-03-02T11:00:00+08:00"));

    assertThat(books.exceptions()).contains(ShipmentExceptionCode.CLAIM_AND_SEVERAL_GUARANTEES);
  }

  @Test
  void one_payment_ends_as_many_demands_as_there_may_be_and_tells_some_of_them() {
    owing();
    for (int i = 0; i < Shipment.DEMANDS_MAX; i++) {
      books.enter(demanded("692.30").demand("D-" + i));
    }
    books.enter(demanded("692.30").demand("one-more"));
    assertThat(books.last()).isEqualTo(new Outcome.Quarantined(QuarantineCode.TOO_MANY_EVENTS));
    books.enter(demanded("692.30").demand("D-0").at("2026-06-21T10:00:00+08:00"));
    assertThat(books.last()).isInstanceOf(Outcome.Applied.class);

    books.enter(paid("692.30").at("2026-06-25T10:00:00+08:00"));

    assertThat(books.taken()).isEqualTo(nothing());
    assertThat(((Outcome.Applied) books.last()).notices()).hasSizeLessThan(30);
  }

  private TestBooks owing() {
    return books.enter(declared("692.30"), released(), assessed("692.30"));
  }

  private static AnEvent again(String amount) {
    return demanded(amount).at("2026-06-25T10:00:00+08:00");
  }

  private Demand demand() {
    return books.shipment().demands().keySet().iterator().next();
  }

  private DemandStatus status() {
    return demand().status();
  }
}
