package com.cargobond.domain.guarantee;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.AGuarantee;
import com.cargobond.domain.fixture.Taken;
import com.cargobond.domain.fixture.TestMoney;
import com.cargobond.domain.identity.DistrictCode;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.ledger.RefusalCode;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class ReservationRulesTest {

  private static final Uscc STRANGER = new Uscc("9131000010000595XD");

  @Test
  void let_what_breaks_no_rule_pass() {
    assertThat(notBound(asked(), aGuarantee().active())).isNull();
    assertThat(notWithinLimits(asked(), aGuarantee().active())).isNull();
  }

  @Test
  void bind_no_guarantor_of_another_operator() {
    assertThat(notBound(asked().by(STRANGER), aGuarantee().active()))
        .isEqualTo(RefusalCode.NOT_OWNER);
  }

  @Test
  void bind_no_guarantor_in_another_currency() {
    assertThat(notBound(asked().in("HKD"), aGuarantee().active()))
        .isEqualTo(RefusalCode.CURRENCY_NOT_COVERED);
  }

  @Test
  void bind_no_guarantor_before_registration() {
    assertThat(notBound(asked(), aGuarantee().submitted())).isEqualTo(RefusalCode.NOT_ACTIVE);
    assertThat(notBound(asked(), aGuarantee().refused())).isEqualTo(RefusalCode.NOT_ACTIVE);
  }

  @Test
  void bind_a_guarantor_whose_guarantee_is_closed_but_let_it_take_nothing_new() {
    assertThat(notBound(asked(), aGuarantee().closed())).isNull();
    assertThat(notWithinLimits(asked(), aGuarantee().closed())).isEqualTo(RefusalCode.NOT_ACTIVE);
  }

  @Test
  void bind_no_guarantor_for_a_purpose_that_is_not_served() {
    assertThat(notBound(asked(), aGuarantee().serving(Purpose.CONSOLIDATED).active()))
        .isEqualTo(RefusalCode.PURPOSE_NOT_COVERED);
  }

  @Test
  void bind_no_guarantor_in_a_district_that_is_no_beneficiary() {
    assertThat(notBound(asked(), aGuarantee().inDistricts("5301").active()))
        .isEqualTo(RefusalCode.DISTRICT_NOT_COVERED);
    assertThat(notBound(asked(), aGuarantee().inDistricts("5301", "2233").active())).isNull();
  }

  @Test
  void bind_the_guarantor_from_the_first_to_the_last_day_of_cover() {
    Guarantee march = aGuarantee().covering("2026-03-01", "2026-03-31").active();

    assertThat(notBound(asked().arising("2026-02-28"), march)).isEqualTo(RefusalCode.BEYOND_PERIOD);
    assertThat(notBound(asked().arising("2026-03-01"), march)).isNull();
    assertThat(notBound(asked().arising("2026-03-31"), march)).isNull();
    assertThat(notBound(asked().arising("2026-04-01"), march)).isEqualTo(RefusalCode.BEYOND_PERIOD);
  }

  @Test
  void still_bind_a_guarantor_that_takes_no_new_reservation() {
    Guarantee suspended = aGuarantee().suspended();

    assertThat(notBound(asked(), suspended)).isNull();
    assertThat(notWithinLimits(asked(), suspended)).isEqualTo(RefusalCode.NOT_ACTIVE);
  }

  @Test
  void
      leave_the_default_period_and_a_margin_between_the_due_date_and_the_end_of_the_suretyship_period() {
    AGuarantee guarantee = aGuarantee().covering("2026-01-01", "2026-03-31");

    assertThat(
            notBound(asked().due("2026-03-17"), guarantee.withSuretyshipTo("2026-07-17").active()))
        .isNull();
    assertThat(
            notBound(asked().due("2026-03-17"), guarantee.withSuretyshipTo("2026-07-16").active()))
        .isEqualTo(RefusalCode.BEYOND_PERIOD);
  }

  @Test
  void take_no_more_than_is_available() {
    Guarantee guarantee = aGuarantee().withLimit("100.00").active();

    assertThat(notWithinLimits(asked().more("100.00"), guarantee)).isNull();
    assertThat(notWithinLimits(asked().more("100.01"), guarantee))
        .isEqualTo(RefusalCode.INSUFFICIENT_LIMIT);
  }

  @Test
  void look_at_all_slices_together() {
    Guarantee guarantee = aGuarantee().withLimit("100.00").inSlices(4).active();

    assertThat(notWithinLimits(asked().more("100.00"), guarantee)).isNull();
  }

  @Test
  void take_nothing_more_of_an_over_committed_guarantee() {
    Guarantee over =
        aGuarantee()
            .withLimit("100.00")
            .active()
            .move(0, Holding.NOTHING, Taken.reserved("100.01").holding());

    assertThat(notWithinLimits(asked().more("0.01"), over))
        .isEqualTo(RefusalCode.INSUFFICIENT_LIMIT);
  }

  @Test
  void name_the_first_rule_that_is_broken_in_a_fixed_order() {
    AGuarantee narrow =
        aGuarantee()
            .serving(Purpose.CONSOLIDATED)
            .inDistricts("5301")
            .covering("2025-01-01", "2025-12-31")
            .withLimit("0.01");
    Asked everythingWrong = asked().by(STRANGER).in("HKD");

    assertThat(notBound(everythingWrong, narrow.refused())).isEqualTo(RefusalCode.NOT_OWNER);
    assertThat(notBound(everythingWrong.by(AGuarantee.OPERATOR), narrow.refused()))
        .isEqualTo(RefusalCode.CURRENCY_NOT_COVERED);
    assertThat(notBound(asked(), narrow.refused())).isEqualTo(RefusalCode.NOT_ACTIVE);
    assertThat(notBound(asked(), narrow.active())).isEqualTo(RefusalCode.PURPOSE_NOT_COVERED);
    assertThat(notBound(asked(), narrow.serving(Purpose.PAYMENT_TERM).active()))
        .isEqualTo(RefusalCode.DISTRICT_NOT_COVERED);
    assertThat(notBound(asked(), narrow.inDistricts("*").active()))
        .isEqualTo(RefusalCode.BEYOND_PERIOD);
    assertThat(notWithinLimits(asked(), narrow.suspended())).isEqualTo(RefusalCode.NOT_ACTIVE);
    assertThat(notWithinLimits(asked(), narrow.active())).isEqualTo(RefusalCode.INSUFFICIENT_LIMIT);
  }

  @Test
  void cannot_be_answered_with_no_once_the_goods_are_out_or_the_duty_was_raised() {
    assertThat(asked().request().cannotBeAnsweredWithNo()).isFalse();
    assertThat(asked().goodsAreOut().request().cannotBeAnsweredWithNo()).isTrue();
    assertThat(asked().reassessed().request().cannotBeAnsweredWithNo()).isTrue();
  }

  private static RefusalCode notBound(Asked asked, Guarantee guarantee) {
    return ReservationRules.notBound(asked.request(), guarantee).orElse(null);
  }

  private static RefusalCode notWithinLimits(Asked asked, Guarantee guarantee) {
    return ReservationRules.notWithinLimits(asked.request(), guarantee).orElse(null);
  }

  private static Asked asked() {
    return new Asked(
        new ReservationRequest(
            AGuarantee.OPERATOR,
            TestMoney.CNY,
            Purpose.PAYMENT_TERM,
            new DistrictCode("2233"),
            TestMoney.fen("10.00"),
            LocalDate.parse("2026-03-02"),
            LocalDate.parse("2026-03-17"),
            false,
            false));
  }

  /** A request for CNY 10 that breaks no rule, and its variations. */
  private record Asked(ReservationRequest request) {

    Asked by(Uscc operator) {
      ReservationRequest r = request;
      return of(operator, r.currency(), r.increase(), r.arisesOn(), r.dueDate(), false, false);
    }

    Asked in(String currency) {
      ReservationRequest r = request;
      Currency other = Currency.getInstance(currency);
      return of(r.operator(), other, r.increase(), r.arisesOn(), r.dueDate(), false, false);
    }

    Asked more(String decimal) {
      ReservationRequest r = request;
      return of(
          r.operator(),
          r.currency(),
          TestMoney.fen(decimal),
          r.arisesOn(),
          r.dueDate(),
          false,
          false);
    }

    Asked arising(String day) {
      ReservationRequest r = request;
      LocalDate arisesOn = LocalDate.parse(day);
      return of(r.operator(), r.currency(), r.increase(), arisesOn, r.dueDate(), false, false);
    }

    Asked due(String day) {
      ReservationRequest r = request;
      LocalDate due = LocalDate.parse(day);
      return of(r.operator(), r.currency(), r.increase(), r.arisesOn(), due, false, false);
    }

    Asked goodsAreOut() {
      ReservationRequest r = request;
      return of(r.operator(), r.currency(), r.increase(), r.arisesOn(), r.dueDate(), true, false);
    }

    Asked reassessed() {
      ReservationRequest r = request;
      return of(r.operator(), r.currency(), r.increase(), r.arisesOn(), r.dueDate(), false, true);
    }

    private Asked of(
        Uscc operator,
        Currency currency,
        long increase,
        LocalDate arisesOn,
        LocalDate dueDate,
        boolean goodsAreOut,
        boolean reassessed) {
      return new Asked(
          new ReservationRequest(
              operator,
              currency,
              request.purpose(),
              request.district(),
              increase,
              arisesOn,
              dueDate,
              goodsAreOut,
              reassessed));
    }
  }
}
