package com.cargobond.domain.shipment;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.amended;
import static com.cargobond.domain.fixture.AnEvent.assessed;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.money;
import static com.cargobond.domain.fixture.AnEvent.overdue;
import static com.cargobond.domain.fixture.AnEvent.paid;
import static com.cargobond.domain.fixture.AnEvent.released;
import static com.cargobond.domain.fixture.AnEvent.reversed;
import static com.cargobond.domain.fixture.Taken.nothing;
import static com.cargobond.domain.fixture.Taken.reserved;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.Desk;
import com.cargobond.domain.fixture.Fen;
import com.cargobond.domain.guarantee.Amendment;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeNoticeType;
import com.cargobond.domain.guarantee.GuaranteeStatus;
import com.cargobond.domain.guarantee.Purpose;
import com.cargobond.domain.ledger.RefusalCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** When a guarantee stands behind a declaration, when it does not, and when it must. */
class CoverTest {

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal(RefusalCode.NOT_FOUND, aGuarantee().registeredAs("REG-9").active(), asked()),
        refusal(
            RefusalCode.NOT_OWNER,
            aGuarantee().ofPrincipal("9131000010000595XD").active(),
            asked()),
        refusal(
            RefusalCode.CURRENCY_NOT_COVERED,
            aGuarantee().active(),
            asked().with("estimatedDuty", money("100.00", "HKD"))),
        refusal(RefusalCode.NOT_ACTIVE, aGuarantee().closed(), asked()),
        refusal(RefusalCode.NOT_ACTIVE, aGuarantee().suspended(), asked()),
        refusal(
            RefusalCode.PURPOSE_NOT_COVERED,
            aGuarantee().serving(Purpose.TAX_ELEMENT).active(),
            asked()),
        refusal(
            RefusalCode.DISTRICT_NOT_COVERED, aGuarantee().inDistricts("5301").active(), asked()),
        refusal(
            RefusalCode.BEYOND_PERIOD,
            aGuarantee().covering("2026-03-03", "2026-12-31").active(),
            asked()),
        refusal(
            RefusalCode.BEYOND_PERIOD,
            aGuarantee()
                .covering("2026-01-01", "2026-03-31")
                .withSuretyshipTo("2026-04-01")
                .active(),
            asked()),
        refusal(RefusalCode.INSUFFICIENT_LIMIT, aGuarantee().withLimit("99.99").active(), asked()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void is_refused_with_a_code_and_moves_nothing(
      RefusalCode code, Guarantee guarantee, AnEvent declaration) {
    Desk desk = Desk.with(guarantee).enter(declaration);

    assertThat(desk.taken()).isEqualTo(nothing());
    assertThat(desk.cover())
        .isInstanceOfSatisfying(
            Cover.Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    assertThat(desk.lastRecorded().effect()).isEqualTo(Effect.REFUSED);
    assertThat(desk.lastRecorded().refusal()).contains(code);
    assertThat(desk.lastRecorded().amount()).isEmpty();
    assertThat(desk.told()).containsExactly(ShipmentNoticeType.COVER_REFUSED);
    assertThat(desk.notices().getFirst().code()).contains(code.name());
  }

  static Stream<Arguments> rulesThatGiveWay() {
    return Stream.of(
        refusal(RefusalCode.NOT_ACTIVE, aGuarantee().suspended(), asked()),
        refusal(RefusalCode.NOT_ACTIVE, aGuarantee().closed(), asked()),
        refusal(RefusalCode.INSUFFICIENT_LIMIT, aGuarantee().withLimit("99.99").active(), asked()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rulesThatGiveWay")
  void is_forced_against_a_protective_rule_once_the_goods_are_out(
      RefusalCode code, Guarantee guarantee, AnEvent declaration) {
    Desk desk = Desk.with(guarantee).enter(declaration, released());

    assertThat(desk.taken()).isEqualTo(reserved("100.00"));
    assertThat(desk.lastRecorded().effect()).isEqualTo(Effect.FORCED);
    assertThat(desk.told()).contains(ShipmentNoticeType.COVER_FORCED);
  }

  @Test
  void is_never_forced_on_a_guarantor_who_is_not_bound() {
    refusals()
        .map(Arguments::get)
        .filter(of -> of[0] != RefusalCode.INSUFFICIENT_LIMIT)
        .filter(of -> !isSuspendedOrClosed((Guarantee) of[1]))
        .forEach(
            of -> {
              Desk desk = Desk.with((Guarantee) of[1]).enter((AnEvent) of[2], released());

              assertThat(desk.taken()).as("%s", of[0]).isEqualTo(nothing());
              assertThat(desk.exceptions())
                  .as("%s", of[0])
                  .containsExactly(ShipmentExceptionCode.RELEASED_WITHOUT_COVER);
            });
  }

  @Test
  void takes_nothing_more_of_an_over_committed_guarantee() {
    Desk desk =
        Desk.with(aGuarantee().withLimit("100.00").active())
            .enter(released(), declared("150.00"), declared("0.01").about("HAWB-2"));

    assertThat(desk.taken()).isEqualTo(reserved("150.00"));
  }

  @Test
  void keeps_what_an_earlier_version_held_when_the_amendment_exceeds_the_limit() {
    Desk desk =
        Desk.with(aGuarantee().withLimit("100.00").active())
            .enter(declared("80.00"), amended(2, "120.00"));

    assertThat(desk.taken()).isEqualTo(reserved("80.00"));
    assertThat(desk.cover())
        .isInstanceOfSatisfying(
            Cover.Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(RefusalCode.INSUFFICIENT_LIMIT);
              assertThat(refused.hold()).isPresent();
            });
  }

  @Test
  void is_given_after_a_refusal_when_a_later_version_fits() {
    Desk desk =
        Desk.with(aGuarantee().withLimit("100.00").active())
            .enter(declared("120.00"), amended(2, "90.00"));

    assertThat(desk.taken()).isEqualTo(reserved("90.00"));
    assertThat(desk.told())
        .containsExactly(ShipmentNoticeType.COVER_REFUSED, ShipmentNoticeType.COVER_CONFIRMED);
  }

  @Test
  void is_withdrawn_when_an_amendment_is_not_served() {
    Desk desk =
        Desk.with(aGuarantee().serving(Purpose.PAYMENT_TERM).active())
            .enter(declared("80.00"), amended(2, "80.00").with("purpose", "TAX_ELEMENT"));

    assertThat(desk.taken()).isEqualTo(nothing());
    assertThat(desk.cover()).isInstanceOf(Cover.Refused.class);
  }

  @Test
  void follows_an_upward_reassessment_even_beyond_the_limit() {
    Desk desk =
        Desk.with(aGuarantee().withLimit("100.00").active())
            .enter(declared("80.00"), assessed("120.00"));

    assertThat(desk.taken()).isEqualTo(reserved("120.00"));
    assertThat(desk.position().available()).isEqualTo(-2000);
    assertThat(desk.lastRecorded().effect()).isEqualTo(Effect.FORCED);
    assertThat(desk.told()).contains(GuaranteeNoticeType.GUARANTEE_OVER_COMMITTED);
  }

  @Test
  void consumes_no_more_than_was_held_once_nothing_is_owed() {
    Desk desk =
        Desk.with(aGuarantee().withLimit("100.00").notRevolving().active())
            .enter(declared("80.00"), amended(2, "120.00"), assessed("120.00").version(2));
    assertThat(desk.taken()).isEqualTo(reserved("80.00"));

    desk.enter(paid("120.00"));

    assertThat(desk.taken()).isEqualTo(nothing().consumed("80.00"));
    assertThat(desk.cover()).isInstanceOf(Cover.Discharged.class);
  }

  @Test
  void is_not_forced_when_goods_go_out_whose_duty_is_paid() {
    Desk desk =
        Desk.with(aGuarantee().withLimit("50.00").notRevolving().active())
            .enter(declared("80.00"), assessed("80.00"), paid("80.00"), released());

    assertThat(desk.taken()).isEqualTo(nothing());
    assertThat(desk.told()).containsExactly(ShipmentNoticeType.COVER_REFUSED);
    assertThat(desk.exceptions()).isEmpty();
  }

  @Test
  void takes_the_late_charge_even_beyond_the_limit() {
    Desk desk =
        Desk.with(aGuarantee().withLimit("2730.47").active())
            .enter(declared("2730.47"), assessed("2730.47"), overdue("2026-04-26"));

    assertThat(desk.taken()).isEqualTo(reserved("2785.08"));
  }

  @Test
  void restores_and_adjusts_on_a_guarantee_that_is_suspended() {
    Desk desk =
        Desk.with(aGuarantee().active())
            .enter(declared("80.00"), assessed("80.00"))
            .commandAll(Guarantee::suspend)
            .enter(paid("30.00"));

    assertThat(desk.taken()).isEqualTo(reserved("50.00"));
    assertThat(desk.cover()).isInstanceOf(Cover.Covered.class);
  }

  @Test
  void restores_on_a_guarantee_that_runs_off() {
    Desk desk =
        Desk.with(aGuarantee().active())
            .enter(declared("80.00"), assessed("80.00"))
            .commandAll(Guarantee::cancel)
            .enter(paid("80.00"));

    assertThat(desk.taken()).isEqualTo(nothing());
    assertThat(desk.guarantee().status()).isEqualTo(GuaranteeStatus.RUN_OFF);
  }

  @Test
  void books_on_a_closed_guarantee_what_arose_within_its_cover_and_tells_a_person() {
    Desk desk =
        Desk.with(aGuarantee().notRevolving().active())
            .enter(declared("80.00"), released(), assessed("80.00"), paid("80.00"))
            .commandAll(guarantee -> guarantee.cancel().release());
    assertThat(desk.guarantee().status()).isEqualTo(GuaranteeStatus.CLOSED);

    desk.enter(reversed("80.00"));

    assertThat(desk.taken()).isEqualTo(reserved("80.00"));
    assertThat(desk.exceptions()).containsExactly(ShipmentExceptionCode.CLOSED_GUARANTEE_LIABLE);

    desk.enter(paid("80.00").receipt("TR-2"));

    assertThat(desk.taken()).isEqualTo(nothing().consumed("80.00"));
    assertThat(desk.exceptions()).isEmpty();
  }

  @Test
  void reserves_nothing_new_on_a_closed_guarantee() {
    Desk desk = Desk.with(aGuarantee().closed()).enter(asked());

    assertThat(desk.taken()).isEqualTo(nothing());
    assertThat(desk.lastRecorded().refusal()).contains(RefusalCode.NOT_ACTIVE);
  }

  @Test
  void covers_the_offices_of_a_district_that_is_beneficiary() {
    assertThat(Desk.with(aGuarantee().inDistricts("2200").active()).enter(asked()).taken())
        .isEqualTo(reserved("100.00"));
    assertThat(Desk.with(aGuarantee().inDistricts("2300").active()).enter(asked()).taken())
        .isEqualTo(nothing());
  }

  @Test
  void stands_when_a_late_charge_no_longer_fits_into_the_limit() {
    Desk desk =
        Desk.with(aGuarantee().withLimit("2730.47").active())
            .enter(
                declared("2730.47"),
                assessed("2730.47"),
                amended(2, "2730.47"),
                overdue("2026-04-26"));

    assertThat(desk.cover()).isInstanceOf(Cover.Covered.class);
    assertThat(desk.taken()).isEqualTo(reserved("2785.08"));
    assertThat(desk.told()).contains(ShipmentNoticeType.COVER_FORCED);
  }

  @Test
  void takes_back_what_was_reinstated_for_a_claim_that_was_not_paid_after_all() {
    Desk desk =
        Desk.with(aGuarantee().active())
            .enter(
                declared("100.00"),
                released(),
                assessed("100.00"),
                paid("100.00").with("paidBy", "GUARANTOR"))
            .commandAll(guarantee -> guarantee.amend(reinstating("100.00")))
            .enter(reversed("100.00"), paid("100.00").receipt("TR-2"));

    assertThat(desk.position().available()).isEqualTo(100_000);
    assertThat(desk.position().reinstated()).isZero();
  }

  @Test
  void tells_that_what_was_reinstated_for_an_unpaid_claim_leaves_the_limit_short() {
    Desk desk =
        Desk.with(aGuarantee().withLimit("150.00").active())
            .enter(
                declared("100.00"),
                released(),
                assessed("100.00"),
                paid("100.00").with("paidBy", "GUARANTOR"))
            .commandAll(guarantee -> guarantee.amend(reinstating("100.00")))
            .enter(declared("100.00").about("HAWB-2"))
            .enter(reversed("100.00"));

    assertThat(desk.position().available()).isEqualTo(-5_000);
    assertThat(desk.lastRecorded().effect()).isEqualTo(Effect.FORCED);
    assertThat(desk.told()).contains(ShipmentNoticeType.COVER_FORCED);
  }

  @ParameterizedTest
  @CsvSource({"1, HAWB-1", "1, HAWB-2", "4, HAWB-1", "4, HAWB-2"})
  void keeps_reinstated_what_other_claims_were_paid_for_however_the_limit_is_cut(
      int slices, String reversed) {
    Desk desk = Desk.with(aGuarantee().withLimit("1000.00").inSlices(slices).active());
    for (String waybill : List.of("HAWB-1", "HAWB-2")) {
      desk.enter(
          declared("100.00").about(waybill),
          released().about(waybill),
          assessed("100.00").about(waybill),
          paid("100.00").with("paidBy", "GUARANTOR").receipt("TR-" + waybill).about(waybill));
    }
    desk.commandAll(guarantee -> guarantee.amend(reinstating("100.00")))
        .enter(reversed("100.00").receipt("TR-" + reversed).about(reversed));

    assertThat(desk.position().paidClaims()).isEqualTo(10_000);
    assertThat(desk.position().reinstated()).isEqualTo(10_000);
    assertThat(desk.position().available()).isEqualTo(90_000);
  }

  private static Amendment reinstating(String amount) {
    return new Amendment(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Fen.yuan(amount)));
  }

  private static boolean isSuspendedOrClosed(Guarantee guarantee) {
    return guarantee.status() == GuaranteeStatus.SUSPENDED
        || guarantee.status() == GuaranteeStatus.CLOSED;
  }

  private static AnEvent asked() {
    return declared("100.00");
  }

  private static Arguments refusal(RefusalCode code, Guarantee guarantee, AnEvent declaration) {
    return Arguments.of(code, guarantee, declaration);
  }
}
