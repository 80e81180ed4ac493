package com.cargobond.domain.deposit;

import static com.cargobond.domain.fixture.AnEvent.account;
import static com.cargobond.domain.fixture.AnEvent.conversionApproved;
import static com.cargobond.domain.fixture.AnEvent.depositTaken;
import static com.cargobond.domain.fixture.AnEvent.frozen;
import static com.cargobond.domain.fixture.AnEvent.money;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static com.cargobond.domain.fixture.AnEvent.unfrozen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.domain.fixture.ADeposit;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.ledger.Matter;
import com.cargobond.domain.payment.NextStep;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Customs may decide about a deposit. Figures: held, in flight, refunded, converted,
 * forfeited.
 */
class DepositTest {

  @Test
  void holds_what_was_taken() {
    ADeposit deposit = ADeposit.of1000();

    assertThat(deposit.figures()).isEqualTo("1000 0 0 0 0");
    assertThat(deposit.deposit().status()).isEqualTo(DepositStatus.HELD);
  }

  @Test
  void keeps_a_refund_s_money_until_it_is_sent() {
    ADeposit deposit = ADeposit.of1000().learn(refundApproved("A1", "600.00"));

    assertThat(deposit.figures()).isEqualTo("1000 0 0 0 0");
    assertThat(deposit.deposit().status()).isEqualTo(DepositStatus.REFUND_APPROVED);
    assertThat(deposit.refund().payee().name()).isEqualTo("Pudong Express");
  }

  @Test
  void converts_at_once() {
    ADeposit deposit = ADeposit.of1000().learn(conversionApproved("A1", "300.00"));

    assertThat(deposit.figures()).isEqualTo("700 0 0 300 0");
    assertThat(deposit.deposit().status()).isEqualTo(DepositStatus.CONVERT_APPROVED);
  }

  @Test
  void ends_converted_when_all_of_it_became_duty() {
    assertThat(ADeposit.of1000().learn(conversionApproved("A1", "1000.00")).deposit().status())
        .isEqualTo(DepositStatus.CONVERTED);
  }

  @Test
  void is_part_refunded_and_part_converted() {
    ADeposit deposit =
        ADeposit.of1000()
            .learn(conversionApproved("A1", "300.00"))
            .learn(refundApproved("A2", "700.00"));
    deposit.settled(deposit.send());

    assertThat(deposit.figures()).isEqualTo("0 0 700 300 0");
    assertThat(deposit.deposit().status()).isEqualTo(DepositStatus.REFUNDED);
  }

  @Test
  void parks_what_is_decided_about_a_deposit_that_is_not_known() {
    ADeposit deposit = ADeposit.unknown().learn(refundApproved("A1", "600.00"));

    assertThat(deposit.exceptions()).containsExactly("DEPOSIT_UNKNOWN");
    assertThat(deposit.deposit().status()).isEqualTo(DepositStatus.REQUIRED);
    assertThat(deposit.deposit().refunds()).isEmpty();
  }

  @Test
  void applies_what_is_parked_when_the_deposit_is_known() {
    ADeposit deposit =
        ADeposit.unknown()
            .learn(refundApproved("A2", "700.00"))
            .learn(conversionApproved("A1", "300.00"))
            .learn(depositTaken("1000.00"));

    assertThat(deposit.exceptions()).isEmpty();
    assertThat(deposit.figures()).isEqualTo("700 0 0 300 0");
    assertThat(deposit.deposit().status()).isEqualTo(DepositStatus.REFUND_APPROVED);
  }

  @Test
  void refuses_an_approval_of_more_than_is_held_and_not_promised() {
    refuses(
        ADeposit.of1000()
            .learn(refundApproved("A1", "600.00"))
            .learn(refundApproved("A2", "400.01").at("2026-03-20T11:00:00+08:00")),
        "MORE_THAN_HELD");
  }

  @Test
  void refuses_a_conversion_of_what_is_promised_to_a_refund() {
    refuses(
        ADeposit.of1000()
            .learn(refundApproved("A1", "600.00"))
            .learn(conversionApproved("A2", "500.00").at("2026-03-20T11:00:00+08:00")),
        "MORE_THAN_HELD");
  }

  @Test
  void refuses_an_approval_on_a_closed_deposit() {
    ADeposit deposit = ADeposit.of1000().learn(conversionApproved("A1", "1000.00"));

    refuses(deposit.learn(refundApproved("A2", "1.00")), "DEPOSIT_CLOSED");
  }

  @Test
  void refuses_an_approval_in_another_currency() {
    refuses(
        ADeposit.of1000().learn(refundApproved("A1", "1.00").with("amount", money("1.00", "HKD"))),
        "OTHER_CURRENCY");
  }

  @Test
  void refuses_a_payee_of_another_name() {
    refuses(
        ADeposit.of1000()
            .learn(refundApproved("A1", "1.00").with("payee", account("Someone Else", "1"))),
        "PAYEE_MISMATCH");
  }

  @Test
  void pays_to_another_account_of_the_payer() {
    ADeposit deposit =
        ADeposit.of1000()
            .learn(refundApproved("A1", "1.00").with("payee", account("Pudong Express", "77")));

    assertThat(deposit.refund().payee().account().value()).isEqualTo("77");
    assertThat(deposit.exceptions()).isEmpty();
  }

  @Test
  void an_event_needs_two_different_approvers() {
    AnEvent byOne = refundApproved("A1", "1.00").with("approvers", List.of("same", "same"));

    assertThatThrownBy(byOne::event)
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("data.approvers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"officer-1", "OFFICER-1", "Officer-1"})
  void one_officer_under_two_spellings_is_one_officer(String spelling) {
    AnEvent byOne = refundApproved("A1", "1.00").with("approvers", List.of("officer-1", spelling));

    assertThatThrownBy(byOne::event)
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("must be two different approvers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "officer-1 ",
        "offic\u200Ber-1",
        "\uFF4Ffficer-1",
        "Officer -1",
        "o1\uFE0F",
        "\u0430dmin",
        ""
      })
  void an_officer_has_an_identifier_and_no_free_text(String spelling) {
    AnEvent byOne = refundApproved("A1", "1.00").with("approvers", List.of("officer-1", spelling));

    assertThatThrownBy(byOne::event)
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("must be 1 to 35 letters, digits or hyphens");
  }

  @Test
  void a_refusal_says_its_rule_in_words() {
    ADeposit deposit = ADeposit.of1000().learn(refundApproved("A1", "1000.01"));

    Matter refused = deposit.deposit().matters().getFirst();

    assertThat(refused.code().meaning(refused.detail()))
        .isEqualTo(
            "an approval broke a rule and moved nothing: more was approved than is held and not"
                + " yet promised");
  }

  @Test
  void a_frozen_deposit_pays_nothing_until_every_order_is_lifted() {
    ADeposit deposit =
        ADeposit.of1000()
            .learn(refundApproved("A1", "600.00"))
            .learn(frozen("C1"))
            .learn(frozen("C2"))
            .learn(unfrozen("C1"));

    assertThat(deposit.nextStep("2026-03-20T04:00:00Z")).isEqualTo(new NextStep.Nothing());
    assertThatThrownBy(deposit::send).isInstanceOf(IllegalStateException.class);
    assertThat(deposit.learn(unfrozen("C2")).nextStep("2026-03-20T04:00:00Z"))
        .isEqualTo(new NextStep.Send());
  }

  @Test
  void an_order_that_was_lifted_before_it_arrived_freezes_nothing() {
    assertThat(ADeposit.of1000().learn(unfrozen("C1")).learn(frozen("C1")).deposit().isFrozen())
        .isFalse();
  }

  @Test
  void an_order_that_a_court_makes_again_freezes_again() {
    ADeposit deposit =
        ADeposit.of1000()
            .learn(frozen("C1").at("2026-03-10T10:00:00+08:00"))
            .learn(unfrozen("C1").at("2026-03-11T10:00:00+08:00"));
    assertThat(deposit.deposit().isFrozen()).isFalse();

    deposit.learn(frozen("C1").at("2026-03-12T10:00:00+08:00"));

    assertThat(deposit.deposit().isFrozen()).isTrue();
  }

  @Test
  void of_one_moment_the_word_that_forbids_counts() {
    String moment = "2026-03-10T10:00:00+08:00";

    assertThat(
            ADeposit.of1000()
                .learn(frozen("C1").at(moment))
                .learn(unfrozen("C1").at(moment))
                .deposit()
                .isFrozen())
        .isTrue();
  }

  @Test
  void a_frozen_deposit_can_become_duty_since_the_treasury_is_no_payee() {
    ADeposit deposit =
        ADeposit.of1000().learn(frozen("C1")).learn(conversionApproved("A1", "300.00"));

    assertThat(deposit.figures()).isEqualTo("700 0 0 300 0");
    assertThat(deposit.exceptions()).isEmpty();
  }

  @Test
  void what_is_in_flight_when_a_court_freezes_may_still_settle() {
    ADeposit deposit = ADeposit.of1000().learn(refundApproved("A1", "600.00"));
    Uetr sent = deposit.send();

    deposit.learn(frozen("C1")).settled(sent);

    assertThat(deposit.figures()).isEqualTo("400 0 600 0 0");
  }

  private static void refuses(ADeposit deposit, String code) {
    String before = deposit.figures();

    assertThat(deposit.exceptions()).containsExactly("APPROVAL_REFUSED " + code);
    assertThat(deposit.figures()).isEqualTo(before);
    assertThat(deposit.deposit().refunds()).hasSizeLessThanOrEqualTo(1);
  }
}
