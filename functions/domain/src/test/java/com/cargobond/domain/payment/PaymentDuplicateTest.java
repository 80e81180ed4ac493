package com.cargobond.domain.payment;

import static com.cargobond.domain.payment.PaymentStatus.ASKING;
import static com.cargobond.domain.payment.PaymentStatus.REPAIR;
import static com.cargobond.domain.payment.PaymentStatus.SETTLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.domain.fixture.AFreight;
import com.cargobond.domain.fixture.Freight;
import com.cargobond.domain.identity.Uetr;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A bank that takes a payment for a duplicate says that money may be moving: every attempt is asked
 * about, and none is made.
 */
class PaymentDuplicateTest {

  private static final String NOON = "2026-03-20T04:00:00Z";

  private final AFreight freight = new AFreight();
  private final Uetr first = freight.send();

  @Test
  void the_attempt_that_was_called_so_is_asked_about_itself() {
    freight.rejected(first, "AM05");

    assertThat(freight.status()).isEqualTo(ASKING);
    assertThat(freight.nextStep(NOON)).isEqualTo(new NextStep.Ask(first));
    assertThatThrownBy(freight::send).isInstanceOf(IllegalStateException.class);
    assertThat(freight.nextStepAfterLoss(first, NOON)).isEqualTo(new NextStep.Nothing());
  }

  @Test
  void it_is_paid_when_the_bank_says_so_and_that_is_no_contradiction() {
    freight.rejected(first, "AM05").settled(first);

    assertThat(freight.status()).isEqualTo(SETTLED);
    assertThat(freight.matters()).isEmpty();
  }

  @Test
  void every_earlier_attempt_is_asked_about_one_after_the_other() {
    Uetr second = secondCalledADuplicate();

    assertThat(freight.nextStep(NOON)).isEqualTo(new NextStep.Ask(first));
    freight.denied(first);
    assertThat(freight.nextStep(NOON)).isEqualTo(new NextStep.Ask(second));
    freight.denied(second);

    assertThat(freight.status()).isEqualTo(REPAIR);
    assertThat(freight.matters()).containsExactly("FREIGHT_DUPLICATE FR-1 AM05");
  }

  @Test
  void it_is_paid_by_the_earlier_attempt_that_has_settled() {
    secondCalledADuplicate();

    freight.settled(first);

    assertThat(freight.status()).isEqualTo(SETTLED);
    assertThat(freight.matters()).containsExactly("FREIGHT_OUTCOME_CONTRADICTED FR-1 SETTLED");
  }

  @Test
  void an_attempt_that_came_back_has_ended() {
    freight.settled(first).returned(first, "MS03");
    Uetr second = freight.send();
    freight.rejected(second, "DUPL");

    assertThat(freight.nextStep(NOON)).isEqualTo(new NextStep.Ask(second));
    assertThat(freight.denied(second).status()).isEqualTo(REPAIR);
  }

  @Test
  void a_return_ends_the_question_about_its_attempt() {
    Uetr second = secondCalledADuplicate();
    freight.returned(first, "AC04");

    assertThat(freight.nextStep(NOON)).isEqualTo(new NextStep.Ask(second));
  }

  @Test
  void when_the_only_attempt_is_returned_as_a_duplicate_nobody_is_left_to_ask_about() {
    freight.returned(first, "AM05");

    assertThat(freight.matters()).containsExactly("FREIGHT_DUPLICATE FR-1 AM05");
  }

  @Test
  void what_the_bank_tells_again_is_no_answer() {
    secondCalledADuplicate();

    freight.rejected(first, "MS03");

    assertThat(freight.nextStep(NOON)).isEqualTo(new NextStep.Ask(first));
  }

  @Test
  void an_answer_to_a_question_from_before_the_duplicate_is_none() {
    freight.rejected(first, "AM05");
    Freight asking = freight.freight();

    freight.answered(first, Optional.of(PaymentOutcome.REJECTED), AFreight.NOON.minusSeconds(1));

    assertThat(freight.freight()).isEqualTo(asking);
  }

  @Test
  void it_may_be_sent_again_to_another_account() {
    freight.rejected(first, "AM05").denied(first).repaired("9988");

    assertThat(freight.matters()).isEmpty();
    assertThat(freight.settled(freight.send()).status()).isEqualTo(SETTLED);
  }

  @Test
  void needs_a_person_when_the_bank_does_not_answer() {
    freight.rejected(first, "AM05");

    assertThat(freight.freight().deadlines()).containsExactly(LocalDate.parse("2026-03-22"));
    assertThat(freight.elapsed("2026-03-22").matters())
        .containsExactly("FREIGHT_UNANSWERED FR-1 " + first);
    assertThat(freight.nextStep(NOON)).isEqualTo(new NextStep.Ask(first));
  }

  private Uetr secondCalledADuplicate() {
    freight.rejected(first, "MS03");
    Uetr second = freight.send();
    freight.rejected(second, "AM05");
    return second;
  }
}
