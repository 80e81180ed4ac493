package com.cargobond.domain.payment;

import static com.cargobond.domain.payment.PaymentStatus.FAILED;
import static com.cargobond.domain.payment.PaymentStatus.REPAIR;
import static com.cargobond.domain.payment.PaymentStatus.SENT;
import static com.cargobond.domain.payment.PaymentStatus.SETTLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.domain.fixture.AFreight;
import com.cargobond.domain.fixture.Freight;
import com.cargobond.domain.fixture.TestMoney;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.ledger.Refused;
import org.junit.jupiter.api.Test;

/** A bank that contradicts itself about a payment of 600 yuan. */
class PaymentContradictionTest {

  private static final String NOON = "2026-03-20T04:00:00Z";
  private static final String CONTRADICTED = "FREIGHT_OUTCOME_CONTRADICTED FR-1 SETTLED";

  private final AFreight freight = new AFreight();
  private final Uetr first = freight.send();

  @Test
  void a_settlement_after_a_rejection_is_believed_and_nothing_is_sent_again() {
    freight.rejected(first, "MS03").settled(first);

    assertThat(freight.status()).isEqualTo(SETTLED);
    assertThat(freight.payment().attempts().getFirst().settledAt()).contains(AFreight.NOON);
    assertThat(freight.matters()).containsExactly(CONTRADICTED);
    assertThat(freight.nextStep(NOON)).isEqualTo(new NextStep.Nothing());
  }

  @Test
  void what_waited_for_a_repair_or_was_repaired_is_paid_when_the_bank_has_paid_after_all() {
    freight.rejected(first, "AC04").repaired("9988").settled(first);

    assertThat(freight.status()).isEqualTo(SETTLED);
    assertThat(freight.payment().payee().account().value()).isEqualTo("6222000011112222");
    assertThatThrownBy(() -> freight.repaired("7766")).isInstanceOf(Refused.class);
  }

  @Test
  void is_paid_with_what_the_attempt_was_of_when_there_is_room_for_it() {
    freight.corrected("900.00").rejected(first, "MS03").settled(first);

    assertThat(freight.status()).isEqualTo(SETTLED);
    assertThat(freight.payment().amount()).isEqualTo(TestMoney.yuan("600.00"));
  }

  @Test
  void moves_nothing_when_there_is_no_room_for_what_the_bank_has_paid_after_all() {
    freight.rejected(first, "AC04").corrected("300.00").settled(first);

    assertThat(freight.status()).isEqualTo(REPAIR);
    assertThat(freight.matters()).containsExactly(CONTRADICTED);
    assertThat(freight.nextStep(NOON)).isEqualTo(new NextStep.Nothing());
    assertThatThrownBy(() -> freight.repaired("9988"))
        .isInstanceOf(Refused.class)
        .hasMessage("the bank says that it has paid the freight");

    freight.returned(first, "AC04").repaired("9988").settled(freight.send());
    assertThat(freight.status()).isEqualTo(SETTLED);
    assertThat(freight.matters()).isEmpty();
  }

  @Test
  void a_return_ends_it_and_opens_the_payment_again() {
    freight.rejected(first, "MS03").settled(first).returned(first, "AC04");

    assertThat(freight.status()).isEqualTo(REPAIR);
    assertThat(freight.matters()).containsExactly("FREIGHT_NEEDS_REPAIR FR-1 AC04");
  }

  @Test
  void a_rejection_after_a_settlement_moves_nothing_until_the_bank_says_that_it_came_back() {
    freight.settled(first).rejected(first, "AC04");
    assertThat(freight.status()).isEqualTo(SETTLED);
    assertThat(freight.matters()).containsExactly("FREIGHT_OUTCOME_CONTRADICTED FR-1 REJECTED");

    freight.returned(first, "AC04");
    assertThat(freight.status()).isEqualTo(REPAIR);
  }

  @Test
  void a_return_after_a_rejection_comes_to_the_same() {
    freight.rejected(first, "MS03").returned(first, "MS03");

    assertThat(freight.status()).isEqualTo(FAILED);
    assertThat(freight.matters()).isEmpty();
  }

  @Test
  void nothing_is_sent_again_while_an_earlier_attempt_may_have_paid() {
    freight.rejected(first, "MS03");
    Uetr second = freight.send();
    freight.settled(first);

    assertThat(freight.status()).isEqualTo(SENT);
    assertThat(freight.matters()).containsExactly(CONTRADICTED);
    assertThat(freight.nextStep(NOON)).isEqualTo(new NextStep.Ask(second));
    assertThat(freight.nextStepAfterLoss(second, NOON)).isEqualTo(new NextStep.Nothing());

    freight.returned(first, "MS03");
    assertThat(freight.nextStepAfterLoss(second, NOON)).isEqualTo(new NextStep.Send());
  }

  @Test
  void the_earlier_attempt_has_paid_when_the_later_one_is_rejected() {
    freight.rejected(first, "MS03");
    Uetr second = freight.send();
    freight.settled(first).rejected(second, "MS03");

    assertThat(freight.status()).isEqualTo(SETTLED);
    assertThat(freight.payment().settled()).map(Attempt::uetr).contains(first);
  }

  @Test
  void two_attempts_that_paid_count_once_and_one_remains_when_the_other_comes_back() {
    freight.rejected(first, "MS03");
    Uetr second = freight.send();
    freight.settled(second).settled(first);
    assertThat(freight.payment().settled()).map(Attempt::uetr).contains(second);
    assertThat(freight.matters()).containsExactly(CONTRADICTED);

    freight.returned(second, "AC04");
    assertThat(freight.status()).isEqualTo(SETTLED);
    assertThat(freight.payment().settled()).map(Attempt::uetr).contains(first);
  }

  @Test
  void a_contradiction_that_is_repeated_is_written_once() {
    Freight contradicted = freight.settled(first).rejected(first, "MS03").freight();

    assertThat(freight.rejected(first, "MS03").freight()).isEqualTo(contradicted);
  }
}
