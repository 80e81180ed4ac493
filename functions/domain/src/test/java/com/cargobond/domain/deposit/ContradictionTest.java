package com.cargobond.domain.deposit;

import static com.cargobond.domain.fixture.AnEvent.conversionApproved;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.domain.fixture.ADeposit;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.ledger.Refused;
import com.cargobond.domain.payment.NextStep;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A bank that contradicts itself about a refund of 600 yuan. Figures: held, in flight, refunded,
 * converted, forfeited.
 */
class ContradictionTest {

  private static final String NOON = "2026-03-20T04:00:00Z";

  private ADeposit deposit;
  private Uetr first;

  @BeforeEach
  void send() {
    deposit = ADeposit.of1000().learn(refundApproved("A1", "600.00"));
    first = deposit.send();
  }

  @Test
  void a_settlement_after_a_rejection_is_believed_and_nothing_is_sent_again() {
    deposit.rejected(first, "MS03").settled(first);

    assertThat(deposit.figures()).isEqualTo("400 0 600 0 0");
    assertThat(deposit.refund().status()).isEqualTo(RefundStatus.REFUNDED);
    assertThat(deposit.refund().attempts().getFirst().settledAt()).contains(ADeposit.NOON);
    assertThat(deposit.exceptions()).containsExactly("OUTCOME_CONTRADICTED SETTLED");
    assertThat(deposit.nextStep(NOON)).isEqualTo(new NextStep.Nothing());
  }

  @Test
  void a_refund_that_waited_for_a_repair_is_not_repaired_when_the_bank_has_paid_after_all() {
    deposit.rejected(first, "AC04").settled(first);

    assertThat(deposit.figures()).isEqualTo("400 0 600 0 0");
    assertThatThrownBy(() -> deposit.repaired("9988", "A9")).isInstanceOf(Refused.class);
  }

  @Test
  void a_repaired_refund_is_not_sent_when_the_bank_has_paid_after_all() {
    deposit.rejected(first, "AC04").repaired("9988", "A9").settled(first);

    assertThat(deposit.figures()).isEqualTo("400 0 600 0 0");
    assertThat(deposit.nextStep(NOON)).isEqualTo(new NextStep.Nothing());
  }

  @Test
  void what_may_have_been_paid_cannot_become_duty_meanwhile() {
    deposit
        .rejected(first, "AC04")
        .learn(conversionApproved("A2", "500.00").at("2026-03-20T11:00:00+08:00"));
    assertThat(deposit.exceptions())
        .containsExactlyInAnyOrder("APPROVAL_REFUSED MORE_THAN_HELD", "REFUND_NEEDS_REPAIR AC04");

    assertThat(deposit.settled(first).figures()).isEqualTo("400 0 600 0 0");
  }

  @Test
  void a_return_ends_it_and_opens_the_refund_again() {
    deposit.rejected(first, "MS03").settled(first).returned(first, "AC04");

    assertThat(deposit.figures()).isEqualTo("1000 0 0 0 0");
    assertThat(deposit.exceptions()).containsExactly("REFUND_NEEDS_REPAIR AC04");
    deposit.repaired("9988", "A9");
    deposit.settled(deposit.send());
    assertThat(deposit.figures()).isEqualTo("400 0 600 0 0");
    assertThat(deposit.exceptions()).isEmpty();
  }

  @Test
  void a_rejection_after_a_settlement_moves_nothing_until_the_bank_says_that_it_came_back() {
    deposit.settled(first).rejected(first, "AC04");

    assertThat(deposit.figures()).isEqualTo("400 0 600 0 0");
    assertThat(deposit.exceptions()).containsExactly("OUTCOME_CONTRADICTED REJECTED");
    assertThatThrownBy(() -> deposit.repaired("9988", "A9")).isInstanceOf(Refused.class);

    deposit.returned(first, "AC04");
    assertThat(deposit.figures()).isEqualTo("1000 0 0 0 0");
    assertThat(deposit.exceptions()).containsExactly("REFUND_NEEDS_REPAIR AC04");
  }

  @Test
  void a_return_after_a_rejection_comes_to_the_same() {
    deposit.rejected(first, "MS03").returned(first, "MS03");

    assertThat(deposit.figures()).isEqualTo("1000 0 0 0 0");
    assertThat(deposit.refund().status()).isEqualTo(RefundStatus.FAILED);
    assertThat(deposit.exceptions()).isEmpty();
  }

  @Test
  void nothing_is_sent_again_while_an_earlier_attempt_may_have_paid() {
    deposit.rejected(first, "MS03");
    Uetr second = deposit.send();
    deposit.settled(first);

    assertThat(deposit.figures()).isEqualTo("400 600 0 0 0");
    assertThat(deposit.exceptions()).containsExactly("OUTCOME_CONTRADICTED SETTLED");
    assertThat(deposit.nextStep(NOON)).isEqualTo(new NextStep.Ask(second));
    assertThat(deposit.nextStepAfterLoss(second, NOON)).isEqualTo(new NextStep.Nothing());

    deposit.returned(first, "MS03");
    assertThat(deposit.nextStepAfterLoss(second, NOON)).isEqualTo(new NextStep.Send());
  }

  @Test
  void the_earlier_attempt_has_paid_when_the_later_one_is_rejected() {
    deposit.rejected(first, "MS03");
    Uetr second = deposit.send();
    deposit.settled(first).rejected(second, "MS03");

    assertThat(deposit.figures()).isEqualTo("400 0 600 0 0");
    assertThat(deposit.refund().status()).isEqualTo(RefundStatus.REFUNDED);
  }

  @Test
  void two_attempts_that_paid_count_once_and_need_a_person() {
    deposit.rejected(first, "MS03");
    Uetr second = deposit.send();
    deposit.settled(second).settled(first);

    assertThat(deposit.figures()).isEqualTo("400 0 600 0 0");
    assertThat(deposit.exceptions()).containsExactly("OUTCOME_CONTRADICTED SETTLED");
  }

  @Test
  void of_two_attempts_that_paid_one_remains_when_the_other_comes_back() {
    deposit.rejected(first, "MS03");
    Uetr second = deposit.send();
    deposit.settled(second).settled(first).returned(second, "AC04");

    assertThat(deposit.figures()).isEqualTo("400 0 600 0 0");
    assertThat(deposit.refund().status()).isEqualTo(RefundStatus.REFUNDED);
    assertThat(deposit.nextStep(NOON)).isEqualTo(new NextStep.Nothing());
  }

  @Test
  void a_contradiction_that_is_repeated_is_written_once() {
    Deposit contradicted = deposit.settled(first).rejected(first, "MS03").deposit();

    assertThat(deposit.rejected(first, "MS03").deposit()).isEqualTo(contradicted);
    assertThat(deposit.figures()).isEqualTo("400 0 600 0 0");
  }
}
