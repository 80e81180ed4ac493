package com.cargobond.domain.deposit;

import static com.cargobond.domain.fixture.AnEvent.account;
import static com.cargobond.domain.fixture.AnEvent.frozen;
import static com.cargobond.domain.fixture.AnEvent.payeeApproved;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static com.cargobond.domain.payment.PaymentOutcome.SETTLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.domain.fixture.ADeposit;
import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.ledger.Matter;
import com.cargobond.domain.ledger.Refused;
import com.cargobond.domain.payment.AccountNo;
import com.cargobond.domain.payment.ApprovalNo;
import com.cargobond.domain.payment.Attempt;
import com.cargobond.domain.payment.NextStep;
import com.cargobond.domain.payment.OpeningHours;
import com.cargobond.domain.payment.RailName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A refund of 600 yuan on its way. Figures: held, in flight, refunded, converted, forfeited. */
class RefundTest {

  private ADeposit deposit;

  @BeforeEach
  void approve() {
    deposit = ADeposit.of1000().learn(refundApproved("A1", "600.00"));
  }

  @Test
  void is_in_flight_from_before_the_bank_is_called() {
    Uetr uetr = deposit.send();

    assertThat(deposit.figures()).isEqualTo("400 600 0 0 0");
    assertThat(deposit.deposit().status()).isEqualTo(DepositStatus.REFUND_SENT);
    assertThat(deposit.nextStep("2026-03-20T04:00:00Z")).isEqualTo(new NextStep.Ask(uetr));
  }

  @Test
  void is_refunded_when_it_settles() {
    deposit.settled(deposit.send());

    assertThat(deposit.figures()).isEqualTo("400 0 600 0 0");
    assertThat(deposit.refund().status()).isEqualTo(RefundStatus.REFUNDED);
    assertThat(deposit.nextStep("2026-03-20T04:00:00Z")).isEqualTo(new NextStep.Nothing());
  }

  @ParameterizedTest
  @CsvSource({
    "AC01, REPAIR",
    "AC04, REPAIR",
    "BE01, REPAIR",
    "AC06, FAILED",
    "MS03, FAILED",
    "AM05, ASKING",
    "DUPL, ASKING",
    "DU03, ASKING",
    "XX99, REPAIR"
  })
  void a_rejection_s_reason_says_what_follows(String reason, RefundStatus status) {
    Uetr uetr = deposit.send();
    deposit.rejected(uetr, reason);

    assertThat(deposit.figures()).isEqualTo("1000 0 0 0 0");
    assertThat(deposit.refund().status()).isEqualTo(status);
    // Long after, a Friday at noon again.
    assertThat(deposit.nextStep("2026-04-10T04:00:00Z"))
        .isEqualTo(
            switch (status) {
              case FAILED -> new NextStep.Send();
              case ASKING -> new NextStep.Ask(uetr);
              default -> new NextStep.Nothing();
            });
  }

  @Test
  void keeps_its_end_to_end_id_over_all_attempts() {
    String endToEndId = deposit.refund().endToEndId();
    deposit.rejected(deposit.send(), "MS03");
    deposit.settled(deposit.send());

    assertThat(deposit.refund().endToEndId()).isEqualTo(endToEndId).hasSizeLessThanOrEqualTo(35);
    assertThat(deposit.refund().attempts()).extracting(Attempt::uetr).doesNotHaveDuplicates();
  }

  @Test
  void needs_a_person_after_so_many_attempts() {
    for (int i = 0; i < 5; i++) {
      deposit.rejected(deposit.send(), "MS03");
    }

    assertThat(deposit.refund().status()).isEqualTo(RefundStatus.REPAIR);
    assertThat(deposit.exceptions()).containsExactly("REFUND_NEEDS_REPAIR MS03");
  }

  @Test
  void is_held_again_and_reopened_when_it_comes_back() {
    Uetr uetr = deposit.send();
    deposit.settled(uetr).returned(uetr, "AC04");

    assertThat(deposit.figures()).isEqualTo("1000 0 0 0 0");
    assertThat(deposit.refund().status()).isEqualTo(RefundStatus.REPAIR);
    assertThat(deposit.deposit().status()).isEqualTo(DepositStatus.REPAIR);
  }

  @Test
  void a_return_that_is_heard_before_the_settlement_counts_for_both() {
    Uetr uetr = deposit.send();
    Deposit returned = deposit.returned(uetr, "AC06").deposit();

    assertThat(deposit.figures()).isEqualTo("1000 0 0 0 0");
    assertThat(deposit.settled(uetr).deposit()).isEqualTo(returned);
  }

  @Test
  void a_repaired_refund_goes_to_the_other_account_of_the_same_company() {
    deposit.rejected(deposit.send(), "AC04").repaired("9988", "A9");

    assertThat(deposit.refund().payee().account().value()).isEqualTo("9988");
    assertThat(deposit.refund().payee().name()).isEqualTo("Pudong Express");
    assertThat(deposit.exceptions()).isEmpty();
    deposit.settled(deposit.send());
    assertThat(deposit.figures()).isEqualTo("400 0 600 0 0");
  }

  @Test
  void only_a_refund_that_waits_for_it_is_repaired() {
    assertThatThrownBy(() -> deposit.repaired("9988", "A9"))
        .isInstanceOf(Refused.class)
        .hasMessage("the refund does not wait for a repair");
  }

  @ParameterizedTest
  @ValueSource(strings = {"I-INVENTED-THIS", "A1"})
  void is_not_repaired_by_a_number_under_which_customs_approved_no_account(String number) {
    deposit.rejected(deposit.send(), "AC04");

    assertThatThrownBy(() -> deposit.repairedBy(number))
        .isInstanceOf(Refused.class)
        .hasMessage("Customs approved no payee of this deposit under the number " + number);
  }

  @Test
  void is_not_repaired_twice_by_one_approval() {
    deposit.rejected(deposit.send(), "AC04").repaired("9988", "A9");
    deposit.rejected(deposit.send(), "AC04");

    assertThatThrownBy(() -> deposit.repairedBy("A9"))
        .isInstanceOf(Refused.class)
        .hasMessage("the approval number was used before");
  }

  @Test
  void is_repaired_by_a_payee_that_customs_approved_under_the_refund_s_own_number() {
    deposit.rejected(deposit.send(), "AC04").repaired("9988", "A1");

    assertThat(deposit.exceptions()).isEmpty();
    assertThat(deposit.refund().payee().account().value()).isEqualTo("9988");
    deposit.settled(deposit.send());
    assertThat(deposit.figures()).isEqualTo("400 0 600 0 0");
  }

  @Test
  void a_payee_is_contradicted_by_another_payee_of_its_number_and_not_by_the_refund() {
    deposit.rejected(deposit.send(), "AC04").learn(payeeApproved("A1", "9988"));
    assertThat(deposit.exceptions()).containsExactly("REFUND_NEEDS_REPAIR AC04");

    deposit.learn(payeeApproved("A1", "7766").at("2026-03-20T12:00:00+08:00"));
    assertThat(deposit.exceptions())
        .containsExactlyInAnyOrder("REFUND_NEEDS_REPAIR AC04", "APPROVAL_CONTRADICTED");
  }

  @Test
  void is_not_repaired_by_the_account_of_another_company() {
    deposit
        .rejected(deposit.send(), "AC04")
        .learn(payeeApproved("A9", "9988").with("payee", account("Someone Else", "9988")));

    assertThat(deposit.exceptions())
        .containsExactlyInAnyOrder("APPROVAL_REFUSED PAYEE_MISMATCH", "REFUND_NEEDS_REPAIR AC04");
    assertThatThrownBy(() -> deposit.repairedBy("A9"))
        .isInstanceOf(Refused.class)
        .hasMessage("the payee was refused: the payee has another name or USCC than the payer");
  }

  @Test
  void is_not_repaired_while_customs_has_told_two_accounts_under_the_number() {
    deposit
        .rejected(deposit.send(), "AC04")
        .learn(payeeApproved("A9", "9988"))
        .learn(payeeApproved("A9", "7766").at("2026-03-20T12:00:00+08:00"));
    assertThatThrownBy(() -> deposit.repairedBy("A9"))
        .isInstanceOf(Refused.class)
        .hasMessage("Customs told two contents under the number A9");

    deposit.learn(payeeApproved("A9", "7766").at("2026-03-20T13:00:00+08:00")).repairedBy("A9");

    assertThat(deposit.refund().payee().account().value()).isEqualTo("7766");
  }

  @Test
  void is_held_back_when_the_account_of_its_repair_comes_into_doubt_before_it_is_sent() {
    deposit.rejected(deposit.send(), "AC04").repaired("9988", "A9");
    assertThat(deposit.nextStep("2026-03-20T04:00:00Z")).isEqualTo(new NextStep.Send());

    deposit.learn(payeeApproved("A9", "7766").at("2026-03-20T12:00:00+08:00"));

    assertThat(deposit.nextStep("2026-03-20T04:00:00Z")).isEqualTo(new NextStep.Nothing());
  }

  @Test
  void a_repair_of_an_earlier_version_goes_where_operations_said() {
    deposit.rejected(deposit.send(), "AC04");
    List<DepositEntry> journal = new ArrayList<>(deposit.deposit().journal());
    journal.add(
        new DepositEntry.RepairedOnTrust(
            deposit.refund().id(),
            new ApprovalNo("OLD-1"),
            new DepositEntry.Account(new AccountNo("77"), new CnapsCode("303791000177")),
            ADeposit.NOON));

    Deposit kept = new Deposit(deposit.deposit().id(), journal);

    Refund refund = kept.refunds().getFirst();
    assertThat(refund.payee().account().value()).isEqualTo("77");
    assertThat(kept.nextStep(refund.id(), ADeposit.NOON, OpeningHours.of(RailName.BANK)))
        .isEqualTo(new NextStep.Send());
  }

  @Test
  void the_outcome_of_a_payment_that_was_never_sent_needs_a_person() {
    Uetr stranger = new Uetr("b94458f8-1f27-40e9-bf74-b07cbb339439");
    Deposit once = deposit.settled(stranger).deposit();

    assertThat(deposit.exceptions()).containsExactly("UETR_UNKNOWN SETTLED");
    assertThat(deposit.figures()).isEqualTo("1000 0 0 0 0");
    assertThat(deposit.settled(stranger).deposit()).isEqualTo(once);
  }

  @Test
  void the_payment_of_another_refund_is_none_of_this_one() {
    deposit.learn(refundApproved("A2", "400.00"));
    Uetr first = deposit.send();
    deposit.send();
    RefundId other = deposit.deposit().refunds().getLast().id();

    Deposit told = deposit.deposit().told(other, first, SETTLED, Optional.empty(), ADeposit.NOON);

    assertThat(told.matters())
        .containsExactly(
            new Matter(DepositExceptionCode.UETR_UNKNOWN, first.value(), Optional.of("SETTLED")));
    assertThat(told.figures()).isEqualTo(deposit.deposit().figures());
    assertThat(told.told(other, first, SETTLED, Optional.empty(), ADeposit.NOON)).isEqualTo(told);
  }

  @Test
  void what_never_arrived_is_not_sent_while_a_court_forbids_it() {
    Uetr uetr = deposit.send();
    deposit.learn(frozen("C1"));

    assertThat(deposit.nextStepAfterLoss(uetr, "2026-03-20T04:00:00Z"))
        .isEqualTo(new NextStep.Nothing());
  }

  @Test
  void needs_a_person_when_the_bank_has_not_answered_for_three_days() {
    Uetr uetr = deposit.send();

    assertThat(deposit.deposit().deadline()).contains(LocalDate.parse("2026-03-23"));
    assertThat(deposit.elapsed("2026-03-22").exceptions()).isEmpty();
    assertThat(deposit.elapsed("2026-03-23").exceptions())
        .containsExactly("REFUND_UNANSWERED " + uetr);
    assertThat(deposit.deposit().deadline()).isEmpty();
    assertThat(deposit.figures()).isEqualTo("400 600 0 0 0");
    assertThat(deposit.nextStep("2026-03-24T04:00:00Z")).isEqualTo(new NextStep.Ask(uetr));
  }

  @Test
  void needs_nobody_any_more_when_the_bank_answers_after_all() {
    Uetr uetr = deposit.send();
    deposit.elapsed("2026-03-23").settled(uetr);

    assertThat(deposit.exceptions()).isEmpty();
    assertThat(deposit.figures()).isEqualTo("400 0 600 0 0");
  }

  @Test
  void an_answer_is_missed_though_a_court_has_frozen_the_deposit_since() {
    deposit.send();

    assertThat(deposit.learn(frozen("C1")).elapsed("2026-03-23").exceptions()).hasSize(1);
  }
}
