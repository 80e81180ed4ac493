package com.cargobond.domain.guarantee;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.Fen.yuan;
import static com.cargobond.domain.fixture.Taken.nothing;
import static com.cargobond.domain.fixture.Taken.reserved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import com.cargobond.domain.money.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AmendmentTest {

  @Test
  void raises_the_version_and_keeps_the_status() {
    Guarantee amended = aGuarantee().suspended().amend(to("2000.00"));

    assertThat(amended.version()).isEqualTo(2);
    assertThat(amended.status()).isEqualTo(GuaranteeStatus.SUSPENDED);
    assertThat(amended.terms().limit()).isEqualTo(yuan("2000.00"));
  }

  @Test
  void makes_an_increase_available() {
    Guarantee amended = holding("900.00").amend(to("1500.00"));

    assertThat(amended.position().available()).isEqualTo(60_000);
  }

  @Test
  void spreads_an_increase_over_the_slices() {
    Guarantee amended = aGuarantee().inSlices(4).active().amend(to("1400.00"));

    assertThat(amended.slices()).extracting(Position::limit).containsOnly(35_000L);
  }

  @Test
  void reduces_down_to_what_is_reserved_and_demanded() {
    Guarantee guarantee =
        aGuarantee()
            .active()
            .move(0, Holding.NOTHING, reserved("300.00").demanded("100.00").holding());

    assertThat(guarantee.amend(to("400.00")).position().available()).isZero();
  }

  @Test
  void does_not_reduce_below_what_is_reserved_and_demanded() {
    Guarantee guarantee =
        aGuarantee()
            .active()
            .move(0, Holding.NOTHING, reserved("300.00").demanded("100.00").holding());

    assertRefused(RefusalCode.INSUFFICIENT_LIMIT, guarantee, to("399.99"));
  }

  @Test
  void reduces_below_that_if_customs_consents() {
    Guarantee amended =
        aGuarantee()
            .inSlices(4)
            .active()
            .move(1, Holding.NOTHING, reserved("400.00").holding())
            .amend(amendment(Map.of("limit", AnEvent.money("100.00"), "consentedByCustoms", true)));

    assertThat(amended.position().available()).isEqualTo(-30_000);
    assertThat(amended.position().overCommitted()).isTrue();
    assertThat(amended.position().limit()).isEqualTo(10_000);
  }

  @Test
  void counts_what_is_consumed_and_claimed_against_a_reduction() {
    Guarantee consumed =
        aGuarantee()
            .notRevolving()
            .active()
            .move(0, Holding.NOTHING, nothing().claimed("300.00").consumed("200.00").holding());

    assertThat(consumed.amend(to("500.00")).position().available()).isZero();
    assertRefused(RefusalCode.INSUFFICIENT_LIMIT, consumed, to("499.99"));
  }

  @Test
  void increases_a_guarantee_that_stays_over_committed() {
    Guarantee over = holding("1200.00");

    assertThat(over.amend(to("1100.00")).position().available()).isEqualTo(-10_000);
  }

  @Test
  void extends_the_periods() {
    Guarantee amended =
        aGuarantee()
            .active()
            .amend(amendment(Map.of("coverTo", "2027-06-30", "suretyshipTo", "2028-06-30")));

    assertThat(amended.terms().coverTo()).isEqualTo(LocalDate.parse("2027-06-30"));
    assertThat(amended.terms().suretyshipTo()).isEqualTo(LocalDate.parse("2028-06-30"));
  }

  @Test
  void shortens_a_period_only_if_customs_consents() {
    Guarantee guarantee = aGuarantee().active();

    assertRefused(RefusalCode.BEYOND_PERIOD, guarantee, amendment(Map.of("coverTo", "2026-12-30")));
    assertRefused(
        RefusalCode.BEYOND_PERIOD, guarantee, amendment(Map.of("suretyshipTo", "2027-12-30")));
    assertThat(
            guarantee
                .amend(amendment(Map.of("coverTo", "2026-12-30", "consentedByCustoms", true)))
                .terms()
                .coverTo())
        .isEqualTo(LocalDate.parse("2026-12-30"));
  }

  @Test
  void refuses_periods_that_contradict_each_other() {
    assertInvalid(Map.of("coverTo", "2028-01-01"), "suretyshipTo", "must be after coverTo");
    assertInvalid(
        Map.of("coverTo", "2025-12-31", "consentedByCustoms", true),
        "coverTo",
        "must not be before coverFrom");
  }

  @Test
  void serves_another_purpose_at_once_and_one_less_only_if_customs_consents() {
    Guarantee narrow = aGuarantee().serving(Purpose.CONSOLIDATED).active();
    Map<String, Object> both = Map.of("purposes", List.of("CONSOLIDATED", "PAYMENT_TERM"));
    Map<String, Object> other = Map.of("purposes", List.of("PAYMENT_TERM"));

    Guarantee wider = narrow.amend(amendment(both));

    assertThat(wider.terms().purposes())
        .containsExactlyInAnyOrder(Purpose.CONSOLIDATED, Purpose.PAYMENT_TERM);
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> wider.amend(amendment(other)))
        .extracting(Refused::code)
        .isEqualTo(RefusalCode.PURPOSE_NOT_COVERED);
    assertThat(
            wider
                .amend(
                    amendment(
                        Map.of("purposes", List.of("PAYMENT_TERM"), "consentedByCustoms", true)))
                .terms()
                .purposes())
        .containsExactly(Purpose.PAYMENT_TERM);
  }

  @Test
  void reinstates_what_was_paid_on_claims() {
    Guarantee amended =
        claimed("300.00").amend(amendment(Map.of("reinstate", AnEvent.money("200.00"))));

    assertThat(amended.position().reinstated()).isEqualTo(20_000);
    assertThat(amended.position().available()).isEqualTo(90_000);
  }

  @Test
  void reinstates_over_all_slices_where_claims_were_paid() {
    Guarantee claimed =
        aGuarantee()
            .inSlices(4)
            .active()
            .move(1, Holding.NOTHING, nothing().claimed("100.00").holding())
            .move(3, Holding.NOTHING, nothing().claimed("50.00").holding());

    Guarantee amended = claimed.amend(amendment(Map.of("reinstate", AnEvent.money("150.00"))));

    assertThat(amended.slices())
        .extracting(Position::reinstated)
        .containsExactly(0L, 10_000L, 0L, 5_000L);
    assertThat(amended.position().available()).isEqualTo(100_000);
  }

  @Test
  void does_not_reinstate_more_than_was_paid_on_claims() {
    Guarantee once =
        claimed("300.00").amend(amendment(Map.of("reinstate", AnEvent.money("200.00"))));

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> once.amend(amendment(Map.of("reinstate", AnEvent.money("100.01")))))
        .extracting(InvalidInput::violations)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .containsExactly(
            new Violation("reinstate.amount", "must not exceed what was paid on claims"));
  }

  @Test
  void takes_amounts_of_its_own_currency_only() {
    assertInvalid(
        Map.of("limit", AnEvent.money("100.00", "HKD")),
        "limit.currency",
        "must be the guarantee's currency CNY");
    assertInvalid(
        Map.of("reinstate", AnEvent.money("100.00", "HKD")),
        "reinstate.currency",
        "must be the guarantee's currency CNY");
  }

  @Test
  void must_change_something() {
    assertInvalid(
        Map.of("consentedByCustoms", true), "limit", "an amendment must change at least one term");
    assertInvalid(Map.of("limit", AnEvent.money("0.00")), "limit.amount", "must be more than zero");
  }

  static Amendment to(String limit) {
    return amendment(Map.of("limit", AnEvent.money(limit)));
  }

  private static Amendment amendment(Map<String, ?> fields) {
    return FieldReader.read(new HashMap<>(fields), Amendment::read);
  }

  private static Guarantee holding(String reserved) {
    return aGuarantee().active().move(0, Holding.NOTHING, reserved(reserved).holding());
  }

  private static Guarantee claimed(String amount) {
    Money claimed = yuan(amount);
    return aGuarantee().active().move(0, Holding.NOTHING, new Holding(0, 0, claimed.minor(), 0));
  }

  private static void assertRefused(RefusalCode code, Guarantee guarantee, Amendment amendment) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> guarantee.amend(amendment))
        .extracting(Refused::code)
        .isEqualTo(code);
  }

  private static void assertInvalid(Map<String, ?> fields, String field, String rule) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> aGuarantee().active().amend(amendment(fields)))
        .satisfies(
            invalid ->
                assertThat(invalid.violations()).containsExactly(new Violation(field, rule)));
  }
}
