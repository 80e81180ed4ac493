package com.cargobond.domain.deposit;

import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.domain.fixture.ADeposit;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.payment.NextStep;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A bank that takes a refund of 600 yuan for a duplicate says that money may be moving: every
 * attempt is asked about, and none is made. Figures: held, in flight, refunded, converted,
 * forfeited.
 */
class DuplicateTest {

  private static final String NOON = "2026-03-20T04:00:00Z";

  private ADeposit deposit;
  private Uetr first;

  @BeforeEach
  void send() {
    deposit = ADeposit.of1000().learn(refundApproved("A1", "600.00"));
    first = deposit.send();
  }

  @Test
  void the_attempt_that_was_called_so_is_asked_about_itself() {
    deposit.rejected(first, "AM05");

    assertThat(deposit.nextStep(NOON)).isEqualTo(new NextStep.Ask(first));
    assertThatThrownBy(deposit::send).isInstanceOf(RuntimeException.class);
    assertThat(deposit.nextStepAfterLoss(first, NOON)).isEqualTo(new NextStep.Nothing());
  }

  @Test
  void it_is_paid_when_the_bank_says_so_and_that_is_no_contradiction() {
    deposit.rejected(first, "AM05").settled(first);

    assertThat(deposit.figures()).isEqualTo("400 0 600 0 0");
    assertThat(deposit.refund().status()).isEqualTo(RefundStatus.REFUNDED);
    assertThat(deposit.exceptions()).isEmpty();
  }

  @Test
  void every_earlier_attempt_is_asked_about_one_after_the_other() {
    Uetr second = secondCalledADuplicate();

    assertThat(deposit.nextStep(NOON)).isEqualTo(new NextStep.Ask(first));
    deposit.denied(first);
    assertThat(deposit.nextStep(NOON)).isEqualTo(new NextStep.Ask(second));
    deposit.denied(second);

    assertThat(deposit.refund().status()).isEqualTo(RefundStatus.REPAIR);
    assertThat(deposit.exceptions()).containsExactly("REFUND_DUPLICATE AM05");
    assertThat(deposit.nextStep("2026-04-10T04:00:00Z")).isEqualTo(new NextStep.Nothing());
  }

  @Test
  void it_is_paid_by_the_earlier_attempt_that_has_settled() {
    secondCalledADuplicate();

    deposit.settled(first);

    assertThat(deposit.figures()).isEqualTo("400 0 600 0 0");
    assertThat(deposit.refund().status()).isEqualTo(RefundStatus.REFUNDED);
    assertThat(deposit.exceptions()).containsExactly("OUTCOME_CONTRADICTED SETTLED");
  }

  @Test
  void an_attempt_that_came_back_has_ended() {
    deposit.settled(first).returned(first, "MS03");
    Uetr second = deposit.send();
    deposit.rejected(second, "DUPL");

    assertThat(deposit.nextStep(NOON)).isEqualTo(new NextStep.Ask(second));
    assertThat(deposit.denied(second).refund().status()).isEqualTo(RefundStatus.REPAIR);
  }

  @Test
  void a_person_may_send_it_again_to_the_account_that_customs_approves() {
    deposit.rejected(first, "AM05").denied(first).repaired("9988", "A9");

    assertThat(deposit.exceptions()).isEmpty();
    deposit.settled(deposit.send());
    assertThat(deposit.figures()).isEqualTo("400 0 600 0 0");
  }

  @Test
  void needs_a_person_when_the_bank_does_not_answer_for_three_days() {
    deposit.rejected(first, "AM05");

    assertThat(deposit.deposit().deadline()).contains(LocalDate.parse("2026-03-23"));
    assertThat(deposit.elapsed("2026-03-23").exceptions())
        .containsExactly("REFUND_UNANSWERED " + first);
    assertThat(deposit.nextStep(NOON)).isEqualTo(new NextStep.Ask(first));
  }

  /** Nothing is sent while the earlier one is said to have paid, so that nobody else finds out. */
  @Test
  void needs_a_person_when_a_later_attempt_never_arrives_and_the_earlier_one_has_paid() {
    deposit.rejected(first, "AM05").denied(first).repaired("9988", "A9");
    Uetr second = deposit.send();
    deposit.settled(first);

    assertThat(deposit.nextStepAfterLoss(second, NOON)).isEqualTo(new NextStep.Nothing());
    assertThat(deposit.elapsed("2026-03-23").exceptions())
        .containsExactly("REFUND_UNANSWERED " + second);

    deposit.rejected(second, "MS03");
    assertThat(deposit.figures()).isEqualTo("400 0 600 0 0");
    assertThat(deposit.exceptions()).isEmpty();
  }

  private Uetr secondCalledADuplicate() {
    deposit.rejected(first, "MS03");
    Uetr second = deposit.send();
    deposit.rejected(second, "AM05");
    return second;
  }
}
