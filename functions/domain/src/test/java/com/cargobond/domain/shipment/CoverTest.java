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
import com.cargobond.domain.fixture.TestBooks;
import com.cargobond.domain.fixture.TestMoney;
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
    TestBooks books = TestBooks.with(guarantee).enter(declaration);

    assertThat(books.taken()).isEqualTo(nothing());
    assertThat(books.cover())
        .isInstanceOfSatisfying(
            Cover.Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    assertThat(books.lastRecorded().effect()).isEqualTo(Effect.REFUSED);
    assertThat(books.lastRecorded().refusal()).contains(code);
    assertThat(books.lastRecorded().amount()).isEmpty();
    assertThat(books.told()).containsExactly(ShipmentNoticeType.COVER_REFUSED);
    assertThat(books.notices().getFirst().code()).contains(code.name());
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
    TestBooks books = TestBooks.with(guarantee).enter(declaration, released());

    assertThat(books.taken()).isEqualTo(reserved("100.00"));
    assertThat(books.lastRecorded().effect()).isEqualTo(Effect.FORCED);
    assertThat(books.told()).contains(ShipmentNoticeType.COVER_FORCED);
  }

  @Test
  void is_never_forced_on_a_guarantor_who_is_not_bound() {
    refusals()
        .map(Arguments::get)
        .filter(of -> of[0] != RefusalCode.INSUFFICIENT_LIMIT)
        .filter(of -> !isSuspendedOrClosed((Guarantee) of[1]))
        .forEach(
            of -> {
              TestBooks books =
                  TestBooks.with((Guarantee) of[1]).enter((AnEvent) of[2], released());

              assertThat(books.taken()).as("%s", of[0]).isEqualTo(nothing());
              assertThat(books.exceptions())
                  .as("%s", of[0])
                  .containsExactly(ShipmentExceptionCode.RELEASED_WITHOUT_COVER);
            });
  }

  @Test
  void takes_nothing_more_of_an_over_committed_guarantee() {
    TestBooks books =
        TestBooks.with(aGuarantee().withLimit("100.00").active())
            .enter(released(), declared("150.00"), declared("0.01").about("HAWB-2"));

    assertThat(books.taken()).isEqualTo(reserved("150.00"));
  }

  @Test
  void keeps_what_an_earlier_version_held_when_the_amendment_exceeds_the_limit() {
    TestBooks books =
        TestBooks.with(aGuarantee().withLimit("100.00").active())
            .enter(declared("80.00"), amended(2, "120.00"));

    assertThat(books.taken()).isEqualTo(reserved("80.00"));
    assertThat(books.cover())
        .isInstanceOfSatisfying(
            Cover.Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(RefusalCode.INSUFFICIENT_LIMIT);
              assertThat(refused.hold()).isPresent();
            });
  }

  @Test
  void is_given_after_a_refusal_when_a_later_version_fits() {
    TestBooks books =
        TestBooks.with(aGuarantee().withLimit("100.00").active())
            .enter(declared("120.00"), amended(2, "90.00"));

    assertThat(books.taken()).isEqualTo(reserved("90.00"));
    assertThat(books.told())
        .containsExactly(ShipmentNoticeType.COVER_REFUSED, ShipmentNoticeType.COVER_CONFIRMED);
  }

  @Test
  void is_withdrawn_when_an_amendment_is_not_served() {
    TestBooks books =
        TestBooks.with(aGuarantee().serving(Purpose.PAYMENT_TERM).active())
            .enter(declared("80.00"), amended(2, "80.00").with("purpose", "TAX_ELEMENT"));

    assertThat(books.taken()).isEqualTo(nothing());
    assertThat(books.cover()).isInstanceOf(Cover.Refused.class);
  }

  @Test
  void follows_an_upward_reassessment_even_beyond_the_limit() {
    TestBooks books =
        TestBooks.with(aGuarantee().withLimit("100.00").active())
            .enter(declared("80.00"), assessed("120.00"));

    assertThat(books.taken()).isEqualTo(reserved("120.00"));
    assertThat(books.position().available()).isEqualTo(-2000);
    assertThat(books.lastRecorded().effect()).isEqualTo(Effect.FORCED);
    assertThat(books.told()).contains(GuaranteeNoticeType.GUARANTEE_OVER_COMMITTED);
  }

  @Test
  void consumes_no_more_than_was_held_once_nothing_is_owed() {
    TestBooks books =
        TestBooks.with(aGuarantee().withLimit("100.00").notRevolving().active())
            .enter(declared("80.00"), amended(2, "120.00"), assessed("120.00").version(2));
    assertThat(books.taken()).isEqualTo(reserved("80.00"));

    books.enter(paid("120.00"));

    assertThat(books.taken()).isEqualTo(nothing().consumed("80.00"));
    assertThat(books.cover()).isInstanceOf(Cover.Discharged.class);
  }

  @Test
  void is_not_forced_when_goods_go_out_whose_duty_is_paid() {
    TestBooks books =
        TestBooks.with(aGuarantee().withLimit("50.00").notRevolving().active())
            .enter(declared("80.00"), assessed("80.00"), paid("80.00"), released());

    assertThat(books.taken()).isEqualTo(nothing());
    assertThat(books.told()).containsExactly(ShipmentNoticeType.COVER_REFUSED);
    assertThat(books.exceptions()).isEmpty();
  }

  @Test
  void takes_the_late_charge_even_beyond_the_limit() {
    TestBooks books =
        TestBooks.with(aGuarantee().withLimit("2730.47").active())
            .enter(declared("2730.47"), assessed("2730.47"), overdue("2026-04-26"));

    assertThat(books.taken()).isEqualTo(reserved("2785.08"));
  }

  @Test
  void restores_and_adjusts_on_a_guarantee_that_is_suspended() {
    TestBooks books =
        TestBooks.with(aGuarantee().active())
            .enter(declared("80.00"), assessed("80.00"))
            .commandAll(Guarantee::suspend)
            .enter(paid("30.00"));

    assertThat(books.taken()).isEqualTo(reserved("50.00"));
    assertThat(books.cover()).isInstanceOf(Cover.Covered.class);
  }

  @Test
  void restores_on_a_guarantee_that_runs_off() {
    TestBooks books =
        TestBooks.with(aGuarantee().active())
            .enter(declared("80.00"), assessed("80.00"))
            .commandAll(Guarantee::cancel)
            .enter(paid("80.00"));

    assertThat(books.taken()).isEqualTo(nothing());
    assertThat(books.guarantee().status()).isEqualTo(GuaranteeStatus.RUN_OFF);
  }

  @Test
  void books_on_a_closed_guarantee_what_arose_within_its_cover_and_tells_a_person() {
    TestBooks books =
        TestBooks.with(aGuarantee().notRevolving().active())
            .enter(declared("80.00"), released(), assessed("80.00"), paid("80.00"))
            .commandAll(guarantee -> guarantee.cancel().release());
    assertThat(books.guarantee().status()).isEqualTo(GuaranteeStatus.CLOSED);

    books.enter(reversed("80.00"));

    assertThat(books.taken()).isEqualTo(reserved("80.00"));
    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.CLOSED_GUARANTEE_LIABLE);

    books.enter(paid("80.00").receipt("TR-2"));

    assertThat(books.taken()).isEqualTo(nothing().consumed("80.00"));
    assertThat(books.exceptions()).isEmpty();
  }

  @Test
  void reserves_nothing_new_on_a_closed_guarantee() {
    TestBooks books = TestBooks.with(aGuarantee().closed()).enter(asked());

    assertThat(books.taken()).isEqualTo(nothing());
    assertThat(books.lastRecorded().refusal()).contains(RefusalCode.NOT_ACTIVE);
  }

  @Test
  void covers_the_offices_of_a_district_that_is_beneficiary() {
    assertThat(TestBooks.with(aGuarantee().inDistricts("2200").active()).enter(asked()).taken())
        .isEqualTo(reserved("100.00"));
    assertThat(TestBooks.with(aGuarantee().inDistricts("2300").active()).enter(asked()).taken())
        .isEqualTo(nothing());
  }

  @Test
  void stands_when_a_late_charge_no_longer_fits_into_the_limit() {
    TestBooks books =
        TestBooks.with(aGuarantee().withLimit("2730.47").active())
            .enter(
                declared("2730.47"),
                assessed("2730.47"),
                amended(2, "2730.47"),
                overdue("2026-04-26"));

    assertThat(books.cover()).isInstanceOf(Cover.Covered.class);
    assertThat(books.taken()).isEqualTo(reserved("2785.08"));
    assertThat(books.told()).contains(ShipmentNoticeType.COVER_FORCED);
  }

  @Test
  void takes_back_what_was_reinstated_for_a_claim_that_was_not_paid_after_all() {
    TestBooks books =
        TestBooks.with(aGuarantee().active())
            .enter(
                declared("100.00"),
                released(),
                assessed("100.00"),
                paid("100.00").with("paidBy", "GUARANTOR"))
            .commandAll(guarantee -> guarantee.amend(reinstating("100.00")))
            .enter(reversed("100.00"), paid("100.00").receipt("TR-2"));

    assertThat(books.position().available()).isEqualTo(100_000);
    assertThat(books.position().reinstated()).isZero();
  }

  @Test
  void tells_that_what_was_reinstated_for_an_unpaid_claim_leaves_the_limit_short() {
    TestBooks books =
        TestBooks.with(aGuarantee().withLimit("150.00").active())
            .enter(
                declared("100.00"),
                released(),
                assessed("100.00"),
                paid("100.00").with("paidBy", "GUARANTOR"))
            .commandAll(guarantee -> guarantee.amend(reinstating("100.00")))
            .enter(declared("100.00").about("HAWB-2"))
            .enter(reversed("100.00"));

    assertThat(books.position().available()).isEqualTo(-5_000);
    assertThat(books.lastRecorded().effect()).isEqualTo(Effect.FORCED);
    assertThat(books.told()).contains(ShipmentNoticeType.COVER_FORCED);
  }

  @ParameterizedTest
  @CsvSource({"1, HAWB-1", "1, HAWB-2", "4, HAWB-1", "4, HAWB-2"})
  void keeps_reinstated_what_other_claims_were_paid_for_however_the_limit_is_cut(
      int slices, String reversed) {
    TestBooks books = TestBooks.with(aGuarantee().withLimit("1000.00").inSlices(slices).active());
    for (String waybill : List.of("HAWB-1", "HAWB-2")) {
      books.enter(
          declared("100.00").about(waybill),
          released().about(waybill),
          assessed("100.00").about(waybill),
          paid("100.00").with("paidBy", "GUARANTOR").receipt("TR-" + waybill).about(waybill));
    }
    books
        .commandAll(guarantee -> guarantee.amend(reinstating("100.00")))
        .enter(reversed("100.00").receipt("TR-" + reversed).about(reversed));

    assertThat(books.position().paidClaims()).isEqualTo(10_000);
    assertThat(books.position().reinstated()).isEqualTo(10_000);
    assertThat(books.position().available()).isEqualTo(90_000);
  }

  private static Amendment reinstating(String amount) {
    return new Amendment(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(TestMoney.yuan(amount)));
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
