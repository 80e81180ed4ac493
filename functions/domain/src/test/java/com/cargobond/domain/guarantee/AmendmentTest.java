package com.cargobond.domain.guarantee;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.Taken.nothing;
import static com.cargobond.domain.fixture.Taken.reserved;
import static com.cargobond.domain.fixture.TestMoney.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.ledger.Refused;
import com.cargobond.domain.money.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
  void proposes_a_reduction_which_changes_nothing_until_customs_accepts() {
    Guarantee guarantee =
        aGuarantee().inSlices(4).active().move(1, Holding.NOTHING, reserved("400.00").holding());

    Guarantee proposed = guarantee.amend(to("100.00"));

    assertThat(proposed.terms()).isEqualTo(guarantee.terms());
    assertThat(proposed.position()).isEqualTo(guarantee.position());
    assertThat(proposed.version()).isEqualTo(1);
    assertThat(proposed.proposed())
        .contains(new ProposedAmendment(2, to("100.00"), Optional.empty()));

    Guarantee accepted = proposed.acceptAmendment(2);

    assertThat(accepted.version()).isEqualTo(2);
    assertThat(accepted.proposed()).isEmpty();
    assertThat(accepted.position().limit()).isEqualTo(10_000);
    assertThat(accepted.position().available()).isEqualTo(-30_000);
    assertThat(accepted.position().overCommitted()).isTrue();
  }

  @Test
  void proposes_a_shorter_period_and_a_purpose_less() {
    Guarantee guarantee = aGuarantee().active();

    assertThat(
            List.of(
                amendment(Map.of("coverTo", "2026-12-30")),
                amendment(Map.of("suretyshipTo", "2027-12-30")),
                amendment(Map.of("purposes", List.of("PAYMENT_TERM"))),
                amendment(Map.of("limit", AnEvent.money("2000.00"), "suretyshipTo", "2027-12-30"))))
        .allSatisfy(
            narrowing -> {
              Guarantee proposed = guarantee.amend(narrowing);
              assertThat(proposed.version()).isEqualTo(1);
              assertThat(proposed.terms()).isEqualTo(guarantee.terms());
              assertThat(proposed.acceptAmendment(2).terms())
                  .isEqualTo(guarantee.terms().amendedBy(narrowing));
            });
  }

  @Test
  void changes_nothing_by_a_rejected_proposal_and_keeps_the_reason() {
    Guarantee guarantee = aGuarantee().active();

    Guarantee rejected = guarantee.amend(to("1.00")).rejectAmendment(2, "goods are out");

    assertThat(rejected.terms()).isEqualTo(guarantee.terms());
    assertThat(rejected.version()).isEqualTo(1);
    assertThat(rejected.proposed().flatMap(ProposedAmendment::rejection)).contains("goods are out");
    assertThat(rejected.amend(to("2.00")).proposed().map(ProposedAmendment::version)).contains(3);
  }

  @Test
  void takes_one_answer_to_a_proposal_and_only_to_one_that_was_made() {
    Guarantee proposed = aGuarantee().active().amend(to("1.00"));

    assertRefused(RefusalCode.NOT_FOUND, () -> proposed.acceptAmendment(3));
    assertRefused(RefusalCode.NOT_FOUND, () -> proposed.rejectAmendment(1, "no"));
    assertRefused(RefusalCode.NOT_FOUND, () -> proposed.acceptAmendment(2).acceptAmendment(2));
    assertRefused(
        RefusalCode.WRONG_STATE, () -> proposed.rejectAmendment(2, "no").acceptAmendment(2));
    assertRefused(RefusalCode.WRONG_STATE, () -> proposed.cancel().acceptAmendment(2));
    assertThat(proposed.cancel().rejectAmendment(2, "it runs off").proposed())
        .hasValueSatisfying(answered -> assertThat(answered.isOpen()).isFalse());
  }

  @Test
  void has_one_proposal_at_a_time() {
    Guarantee proposed = aGuarantee().active().amend(to("900.00"));

    assertRefused(RefusalCode.WRONG_STATE, () -> proposed.amend(to("800.00")));
    assertThat(proposed.amend(to("900.00"))).isEqualTo(proposed);
  }

  @Test
  void lets_a_proposal_lapse_with_the_terms_that_it_was_made_on() {
    Guarantee raised = aGuarantee().active().amend(to("900.00")).amend(to("5000.00"));

    assertThat(raised.version()).isEqualTo(3);
    assertThat(raised.proposed().flatMap(ProposedAmendment::rejection))
        .contains("the terms were amended since, by version 3");
    assertRefused(RefusalCode.WRONG_STATE, () -> raised.acceptAmendment(2));
    assertThat(raised.amend(to("900.00")).acceptAmendment(4).terms().limit())
        .isEqualTo(yuan("900.00"));
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
  void refuses_periods_that_contradict_each_other() {
    assertInvalid(Map.of("coverTo", "2028-01-01"), "suretyshipTo", "must be after coverTo");
    assertInvalid(Map.of("coverTo", "2025-12-31"), "coverTo", "must not be before coverFrom");
  }

  @Test
  void serves_another_purpose_at_once() {
    Guarantee narrow = aGuarantee().serving(Purpose.CONSOLIDATED).active();

    Guarantee wider =
        narrow.amend(amendment(Map.of("purposes", List.of("CONSOLIDATED", "PAYMENT_TERM"))));

    assertThat(wider.version()).isEqualTo(2);
    assertThat(wider.terms().purposes())
        .containsExactlyInAnyOrder(Purpose.CONSOLIDATED, Purpose.PAYMENT_TERM);
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
    assertInvalid(Map.of(), "limit", "an amendment must change at least one term");
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

  private static void assertRefused(RefusalCode code, ThrowingCallable command) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(command)
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
