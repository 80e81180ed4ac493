package com.cargobond.domain.payment;

import static com.cargobond.domain.payment.PaymentStatus.DUE;
import static com.cargobond.domain.payment.PaymentStatus.FAILED;
import static com.cargobond.domain.payment.PaymentStatus.REPAIR;
import static com.cargobond.domain.payment.PaymentStatus.SENT;
import static com.cargobond.domain.payment.PaymentStatus.SETTLED;
import static com.cargobond.domain.payment.PaymentStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.domain.fixture.AFreight;
import com.cargobond.domain.fixture.Freight;
import com.cargobond.domain.fixture.TestMoney;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.ledger.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A payment of 600 yuan on its way, whatever it is for. */
class PaymentTest {

  private static final String NOON = "2026-03-20T04:00:00Z";
  private static final String DAYS_LATER = "2026-04-10T04:00:00Z";
  private static final Uetr STRANGER = new Uetr("b94458f8-1f27-40e9-bf74-b07cbb339439");

  private final AFreight freight = new AFreight();

  @Test
  void is_sent_and_from_before_the_bank_is_called_asked_about() {
    assertThat(freight.nextStep(NOON)).isEqualTo(new NextStep.Send());

    Uetr uetr = freight.send();

    assertThat(freight.status()).isEqualTo(SENT);
    assertThat(freight.nextStep(NOON)).isEqualTo(new NextStep.Ask(uetr));
    assertThat(freight.nextStep("2026-03-21T20:00:00Z")).isEqualTo(new NextStep.Ask(uetr));
  }

  @Test
  void is_never_sent_while_an_attempt_has_no_outcome() {
    freight.send();

    assertThatThrownBy(freight::send)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("freight FR-1 must not be sent");
  }

  @Test
  void ends_when_it_settles() {
    freight.settled(freight.send());

    assertThat(freight.status()).isEqualTo(SETTLED);
    assertThat(freight.nextStep(DAYS_LATER)).isEqualTo(new NextStep.Nothing());
    assertThat(freight.matters()).isEmpty();
  }

  @Test
  void the_same_outcome_twice_is_once() {
    Uetr uetr = freight.send();
    Freight once = freight.settled(uetr).freight();

    assertThat(freight.settled(uetr).freight()).isEqualTo(once);
  }

  @ParameterizedTest
  @CsvSource({
    "AC01, REPAIR",
    "AC06, FAILED",
    "MS03, FAILED",
    "AM05, ASKING",
    "DU03, ASKING",
    "XX99, REPAIR"
  })
  void a_rejection_s_reason_says_what_follows(String reason, PaymentStatus status) {
    Uetr uetr = freight.send();
    freight.rejected(uetr, reason);

    assertThat(freight.status()).isEqualTo(status);
    assertThat(freight.nextStep(DAYS_LATER))
        .isEqualTo(
            switch (status) {
              case FAILED -> new NextStep.Send();
              case ASKING -> new NextStep.Ask(uetr);
              default -> new NextStep.Nothing();
            });
  }

  @Test
  void a_rejection_without_a_reason_needs_a_person() {
    freight.told(freight.send(), PaymentOutcome.REJECTED, Optional.empty(), AFreight.NOON);

    assertThat(freight.status()).isEqualTo(REPAIR);
    assertThat(freight.matters()).containsExactly("FREIGHT_NEEDS_REPAIR FR-1");
  }

  @Test
  void what_may_go_by_is_tried_again_after_an_hour_and_then_after_twice_as_long() {
    freight.rejected(freight.send(), "MS03");
    assertThat(freight.nextStep("2026-03-20T04:59:59Z"))
        .isEqualTo(new NextStep.Wait(Instant.parse("2026-03-20T05:00:00Z")));
    assertThat(freight.nextStep("2026-03-20T05:00:00Z")).isEqualTo(new NextStep.Send());

    freight.rejected(freight.send(), "MS03");
    assertThat(freight.nextStep("2026-03-20T05:59:59Z"))
        .isEqualTo(new NextStep.Wait(Instant.parse("2026-03-20T06:00:00Z")));
  }

  @Test
  void a_blocked_account_is_tried_again_the_next_day() {
    freight.rejected(freight.send(), "AC06");

    assertThat(freight.nextStep("2026-03-20T08:00:00Z"))
        .isEqualTo(new NextStep.Wait(Instant.parse("2026-03-21T04:00:00Z")));
  }

  @Test
  void is_tried_again_at_once_by_whoever_practises_with_a_bank() {
    freight.rejected(freight.send(), "AC06");

    assertThat(
            freight
                .freight()
                .nextStep(Freight.PAYMENT, AFreight.NOON, OpeningHours.always().retryingAtOnce()))
        .isEqualTo(new NextStep.Send());
  }

  @Test
  void waits_for_the_bank_to_open() {
    assertThat(freight.nextStep("2026-03-21T04:00:00Z"))
        .isEqualTo(new NextStep.Wait(Instant.parse("2026-03-23T00:30:00Z")));
  }

  @Test
  void needs_a_person_after_five_attempts_and_has_five_again_after_a_repair() {
    failFourTimes();
    freight.rejected(freight.send(), "MS03");
    assertThat(freight.matters()).containsExactly("FREIGHT_NEEDS_REPAIR FR-1 MS03");

    freight.repaired("9988");
    assertThat(freight.status()).isEqualTo(DUE);
    failFourTimes();
    freight.rejected(freight.send(), "MS03");
    assertThat(freight.status()).isEqualTo(REPAIR);
  }

  private void failFourTimes() {
    for (int i = 0; i < 4; i++) {
      freight.rejected(freight.send(), "MS03");
      assertThat(freight.status()).isEqualTo(FAILED);
    }
  }

  @Test
  void each_attempt_has_a_uetr_of_its_own_and_is_of_what_was_owed_then() {
    freight.rejected(freight.send(), "MS03").corrected("300.00").send();

    assertThat(freight.payment().attempts()).extracting(Attempt::uetr).doesNotHaveDuplicates();
    assertThat(freight.payment().attempts())
        .extracting(Attempt::amount)
        .containsExactly(TestMoney.yuan("600.00"), TestMoney.yuan("300.00"));
  }

  @Test
  void is_what_was_sent_while_that_may_have_paid_and_what_is_owed_before_and_after() {
    Uetr uetr = freight.corrected("500.00").send();
    freight.corrected("400.00");
    assertThat(freight.payment().amount()).isEqualTo(TestMoney.yuan("500.00"));

    freight.rejected(uetr, "MS03");
    assertThat(freight.payment().amount()).isEqualTo(TestMoney.yuan("400.00"));
  }

  @Test
  void is_not_sent_while_its_owner_forbids_it() {
    freight.disputed(true);
    assertThat(freight.nextStep(NOON)).isEqualTo(new NextStep.Nothing());
    assertThatThrownBy(freight::send).isInstanceOf(IllegalStateException.class);

    freight.disputed(false);
    assertThat(freight.nextStep(NOON)).isEqualTo(new NextStep.Send());
  }

  @Test
  void ends_when_its_owner_does_not_want_it_any_more() {
    freight.rejected(freight.send(), "AC04").cancelled();

    assertThat(freight.status()).isEqualTo(WITHDRAWN);
    assertThat(freight.nextStep(DAYS_LATER)).isEqualTo(new NextStep.Nothing());
    assertThat(freight.matters()).isEmpty();
    assertThatThrownBy(() -> freight.repaired("9988")).isInstanceOf(Refused.class);
  }

  @Test
  void needs_a_person_when_no_further_attempt_can_be_written_down() {
    for (int i = 0; i < 12; i++) {
      if (freight.status() == REPAIR) {
        freight.repaired("99" + i);
      }
      freight.rejected(freight.send(), i % 2 == 0 ? "MS03" : "AC04");
    }
    freight.repaired("9999");

    assertThat(freight.matters()).containsExactly("FREIGHT_ATTEMPTS_USED_UP FR-1");
    assertThat(freight.nextStep(DAYS_LATER)).isEqualTo(new NextStep.Nothing());
  }

  @Test
  void a_repaired_payment_goes_to_the_other_account() {
    freight.rejected(freight.send(), "AC04").repaired("9988");

    assertThat(freight.payment().payee().account().value()).isEqualTo("9988");
    assertThat(freight.payment().amount()).isEqualTo(TestMoney.yuan("600.00"));
    assertThat(freight.matters()).isEmpty();
    assertThat(freight.settled(freight.send()).status()).isEqualTo(SETTLED);
  }

  @Test
  void only_what_waits_for_it_is_repaired_and_not_twice_by_one_approval() {
    assertThatThrownBy(() -> freight.repaired("9988"))
        .isInstanceOf(Refused.class)
        .hasMessage("the freight does not wait for a repair");

    freight.rejected(freight.send(), "AC04").repaired("9988");
    freight.rejected(freight.send(), "AC04");
    assertThatThrownBy(() -> freight.repaired("9988"))
        .isInstanceOf(Refused.class)
        .hasMessage("the approval number was used before");
  }

  @Test
  void is_open_again_when_it_comes_back() {
    Uetr uetr = freight.send();
    freight.settled(uetr).returned(uetr, "AC04");

    assertThat(freight.status()).isEqualTo(REPAIR);
  }

  @Test
  void a_return_that_is_heard_before_the_settlement_counts_for_both() {
    Uetr uetr = freight.send();
    Freight returned = freight.returned(uetr, "AC06").freight();

    assertThat(freight.settled(uetr).freight()).isEqualTo(returned);
  }

  @Test
  void remembers_when_it_was_heard_that_money_went_and_came_back() {
    Uetr uetr = freight.send();
    Attempt settled =
        attempt(freight.told(uetr, PaymentOutcome.SETTLED, Optional.empty(), at("12:00")));
    Attempt returned =
        attempt(freight.told(uetr, PaymentOutcome.RETURNED, Optional.of("AC04"), at("14:00")));

    assertThat(settled.settledAt()).contains(at("12:00"));
    assertThat(settled.decidedAt()).contains(at("12:00"));
    assertThat(returned.settledAt()).contains(at("12:00"));
    assertThat(returned.decidedAt()).contains(at("14:00"));
    assertThat(returned.movedMoney(at("11:00"), at("12:00"))).isFalse();
    assertThat(returned.movedMoney(at("12:00"), at("13:00"))).isTrue();
    assertThat(returned.movedMoney(at("13:00"), at("14:00"))).isFalse();
    assertThat(returned.movedMoney(at("14:00"), at("15:00"))).isTrue();
  }

  @Test
  void moved_no_money_when_it_was_rejected_or_nobody_knows() {
    Uetr uetr = freight.send();
    assertThat(attempt(freight).movedMoney(Instant.MIN, Instant.MAX)).isFalse();

    assertThat(attempt(freight.rejected(uetr, "AC04")).decidedAt()).contains(AFreight.NOON);
    assertThat(attempt(freight).movedMoney(Instant.MIN, Instant.MAX)).isFalse();
  }

  private static Instant at(String time) {
    return Instant.parse("2026-03-20T" + time + ":00Z");
  }

  private static Attempt attempt(AFreight freight) {
    return freight.payment().attempts().getFirst();
  }

  @Test
  void the_outcome_of_an_attempt_that_was_never_made_needs_a_person_and_moves_nothing() {
    Freight once = freight.settled(STRANGER).freight();

    assertThat(freight.matters()).containsExactly("FREIGHT_UETR_UNKNOWN " + STRANGER + " SETTLED");
    assertThat(freight.status()).isEqualTo(DUE);
    assertThat(freight.settled(STRANGER).freight()).isEqualTo(once);
  }

  @Test
  void attempts_that_were_never_made_do_not_fill_the_journal() {
    for (int i = 0; i < PayingSubject.UNKNOWN_OUTCOMES_MAX; i++) {
      freight.settled(new Uetr("b94458f8-1f27-40e9-bf74-%012d".formatted(i)));
    }

    assertThatThrownBy(() -> freight.settled(STRANGER))
        .isInstanceOf(Refused.class)
        .hasMessage("too many unknown payments were told of");
    assertThat(freight.settled(freight.send()).status()).isEqualTo(SETTLED);
  }

  @Test
  void what_never_arrived_is_sent_again_under_its_uetr_within_the_bank_s_hours() {
    Uetr uetr = freight.send();

    assertThat(freight.nextStepAfterLoss(uetr, NOON)).isEqualTo(new NextStep.Send());
    assertThat(freight.nextStepAfterLoss(uetr, "2026-03-20T12:00:00Z"))
        .isEqualTo(new NextStep.Wait(Instant.parse("2026-03-23T00:30:00Z")));
  }

  @Test
  void what_never_arrived_is_not_sent_when_it_is_owed_otherwise_by_now_or_forbidden() {
    Uetr uetr = freight.send();

    freight.corrected("300.00");
    assertThat(freight.nextStepAfterLoss(uetr, NOON)).isEqualTo(new NextStep.Nothing());
    freight.corrected("600.00").disputed(true);
    assertThat(freight.nextStepAfterLoss(uetr, NOON)).isEqualTo(new NextStep.Nothing());
  }

  @Test
  void what_has_an_outcome_by_now_is_not_sent_again() {
    Uetr first = freight.send();
    freight.rejected(first, "MS03");
    assertThat(freight.nextStepAfterLoss(first, NOON)).isEqualTo(new NextStep.Nothing());

    freight.send();
    assertThat(freight.nextStepAfterLoss(first, NOON)).isEqualTo(new NextStep.Nothing());
  }

  @Test
  void needs_a_person_when_the_bank_is_silent_as_long_as_its_owner_waits() {
    Uetr uetr = freight.send();

    assertThat(freight.freight().deadlines()).containsExactly(LocalDate.parse("2026-03-22"));
    assertThat(freight.elapsed("2026-03-21").matters()).isEmpty();
    assertThat(freight.elapsed("2026-03-22").matters())
        .containsExactly("FREIGHT_UNANSWERED FR-1 " + uetr);
    assertThat(freight.freight().deadlines()).isEmpty();
    assertThat(freight.nextStep(NOON)).isEqualTo(new NextStep.Ask(uetr));
  }

  @Test
  void each_attempt_has_its_own_days_for_an_answer() {
    Uetr first = freight.send();
    freight.elapsed("2026-03-22").rejected(first, "MS03");
    assertThat(freight.matters()).isEmpty();
    Uetr second = freight.send();

    assertThat(freight.elapsed("2026-03-22").matters())
        .containsExactly("FREIGHT_UNANSWERED FR-1 " + second);
  }

  @Test
  void another_s_id_is_none_of_its_own() {
    PaymentId other = Freight.payment("FR-2");

    assertThat(freight.freight().nextStep(other, AFreight.NOON, OpeningHours.always()))
        .isEqualTo(new NextStep.Nothing());
    assertThat(freight.freight().letsPay(other)).isFalse();
  }
}
