package com.cargobond.domain.deposit;

import static com.cargobond.domain.fixture.AnEvent.account;
import static com.cargobond.domain.fixture.AnEvent.conversionApproved;
import static com.cargobond.domain.fixture.AnEvent.depositTaken;
import static com.cargobond.domain.fixture.AnEvent.forfeited;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.domain.fixture.ADeposit;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.TestMoney;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.payment.NextStep;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Two contents under one identifier hold what has not left, whichever came first, until Customs
 * tells one of them once more. Figures: held, in flight, refunded, converted, forfeited.
 */
class TwoContentsTest {

  private static final String NOON = "2026-03-20T04:00:00Z";
  private static final String LATER = "2026-03-20T11:00:00+08:00";
  private static final String LAST = "2026-03-20T12:00:00+08:00";
  private static final AnEvent TAKEN_LESS = depositTaken("800.00").at("2026-03-02T11:00:00+08:00");

  @Test
  void of_two_takings_the_later_counts_whichever_came_first() {
    ADeposit one = ADeposit.of1000().learn(TAKEN_LESS);
    ADeposit other = ADeposit.unknown().learn(TAKEN_LESS).learn(depositTaken("1000.00"));

    assertThat(one.figures()).isEqualTo("800 0 0 0 0").isEqualTo(other.figures());
    assertThat(one.exceptions()).containsExactly("TAKEN_TWICE").isEqualTo(other.exceptions());
  }

  @Test
  void nothing_is_paid_while_takings_contradict_each_other_and_all_is_when_one_is_confirmed() {
    ADeposit deposit = ADeposit.of1000().learn(TAKEN_LESS).learn(refundApproved("A1", "800.00"));
    assertThat(deposit.nextStep(NOON)).isEqualTo(new NextStep.Nothing());
    assertThatThrownBy(deposit::send).isInstanceOf(IllegalStateException.class);

    deposit.learn(depositTaken("800.00").at("2026-03-02T12:00:00+08:00"));

    assertThat(deposit.exceptions()).isEmpty();
    assertThat(deposit.nextStep(NOON)).isEqualTo(new NextStep.Send());
  }

  @Test
  void the_same_event_twice_confirms_nothing() {
    assertThat(ADeposit.of1000().learn(TAKEN_LESS).learn(TAKEN_LESS).exceptions())
        .containsExactly("TAKEN_TWICE");
  }

  @Test
  void a_correction_to_less_than_has_left_leaves_the_figures_in_balance_and_needs_a_person() {
    ADeposit deposit = ADeposit.of1000().learn(refundApproved("A1", "900.00"));
    deposit.settled(deposit.send()).learn(TAKEN_LESS);

    assertThat(deposit.figures()).isEqualTo("100 0 900 0 0");
    assertThat(deposit.exceptions()).containsExactly("TAKEN_TWICE", "TAKEN_LESS_THAN_LEFT");

    deposit.learn(depositTaken("800.00").at("2026-03-02T12:00:00+08:00"));
    assertThat(deposit.exceptions()).containsExactly("TAKEN_LESS_THAN_LEFT");
  }

  @Test
  void of_two_contents_of_an_approval_the_later_counts_and_is_not_paid() {
    AnEvent first = refundApproved("A1", "100.00");
    AnEvent second = refundApproved("A1", "200.00").at(LATER);
    ADeposit one = ADeposit.of1000().learn(first).learn(second);
    ADeposit other = ADeposit.of1000().learn(second).learn(first);

    assertThat(one.refund()).isEqualTo(other.refund());
    assertThat(one.refund().amount()).isEqualTo(TestMoney.yuan("200.00"));
    assertThat(one.exceptions())
        .containsExactly("APPROVAL_CONTRADICTED")
        .isEqualTo(other.exceptions());
    assertThat(one.nextStep(NOON)).isEqualTo(new NextStep.Nothing());

    one.learn(refundApproved("A1", "200.00").at(LAST));
    assertThat(one.exceptions()).isEmpty();
    assertThat(one.nextStep(NOON)).isEqualTo(new NextStep.Send());
  }

  @Test
  void another_payee_or_kind_or_notice_is_another_content() {
    assertThat(
            ADeposit.of1000()
                .learn(refundApproved("A1", "100.00"))
                .learn(
                    refundApproved("A1", "100.00").with("payee", account("Pudong Express", "77")))
                .exceptions())
        .containsExactly("APPROVAL_CONTRADICTED");
    assertThat(
            ADeposit.of1000()
                .learn(refundApproved("A1", "100.00"))
                .learn(conversionApproved("A1", "100.00"))
                .exceptions())
        .containsExactly("APPROVAL_CONTRADICTED");
    assertThat(
            ADeposit.of1000()
                .learn(conversionApproved("A1", "100.00"))
                .learn(conversionApproved("A1", "100.00").notice("TN-2"))
                .figures())
        .isEqualTo("1000 0 0 0 0");
  }

  @Test
  void a_conversion_moves_nothing_until_its_content_is_sure() {
    ADeposit deposit =
        ADeposit.of1000()
            .learn(conversionApproved("A1", "100.00"))
            .learn(conversionApproved("A1", "200.00").at(LATER));
    assertThat(deposit.figures()).isEqualTo("1000 0 0 0 0");

    deposit.learn(conversionApproved("A1", "200.00").at(LAST));
    assertThat(deposit.figures()).isEqualTo("800 0 0 200 0");
  }

  @Test
  void an_order_of_forfeiture_moves_nothing_until_its_content_is_sure() {
    ADeposit deposit =
        ADeposit.of1000()
            .learn(forfeited("F1", "100.00"))
            .learn(forfeited("F1", "200.00").at("2026-03-22T10:00:00+08:00"));

    assertThat(deposit.figures()).isEqualTo("1000 0 0 0 0");
    assertThat(deposit.exceptions()).containsExactly("APPROVAL_CONTRADICTED");
  }

  @Test
  void what_was_sent_stays_as_it_was_sent_and_is_not_sent_again_in_doubt() {
    ADeposit deposit = ADeposit.of1000().learn(refundApproved("A1", "100.00"));
    Uetr sent = deposit.send();
    deposit.learn(refundApproved("A1", "200.00").at(LATER));
    assertThat(deposit.refund().amount()).isEqualTo(TestMoney.yuan("100.00"));
    assertThat(deposit.figures()).isEqualTo("900 100 0 0 0");

    deposit.rejected(sent, "MS03");
    assertThat(deposit.exceptions()).containsExactly("APPROVAL_CONTRADICTED");
    assertThat(deposit.nextStep("2026-04-10T04:00:00Z")).isEqualTo(new NextStep.Nothing());

    deposit.learn(refundApproved("A1", "100.00").at(LAST));
    assertThat(deposit.exceptions()).isEmpty();
    assertThat(deposit.nextStep("2026-04-10T04:00:00Z")).isEqualTo(new NextStep.Send());
  }

  @Test
  void what_never_arrived_is_not_sent_again_in_doubt() {
    ADeposit deposit = ADeposit.of1000().learn(refundApproved("A1", "100.00"));
    Uetr sent = deposit.send();
    deposit.learn(refundApproved("A1", "200.00").at(LATER));

    assertThat(deposit.nextStepAfterLoss(sent, NOON)).isEqualTo(new NextStep.Nothing());
  }

  @Test
  void what_an_earlier_version_sent_in_doubt_counts_as_it_was_sent() {
    Deposit sent = anEarlierVersionSent(refundApproved("A1", "100.00"));

    assertThat(sent.refunds().getFirst().amount()).isEqualTo(TestMoney.yuan("100.00"));
    assertThat(sent.figures().orElseThrow().inFlight()).isEqualTo(100_00);
  }

  /** It did what it heard first, and left out what came under the same number afterwards. */
  private static Deposit anEarlierVersionSent(AnEvent first) {
    ADeposit before = ADeposit.of1000().learn(first);
    before.send();
    List<DepositEntry> journal = new ArrayList<>(before.deposit().journal());
    journal.add(
        2,
        new DepositEntry.Learned(refundApproved("A1", "200.00").at(LATER).event(), ADeposit.NOON));
    return new Deposit(before.deposit().id(), journal);
  }

  @Test
  void orders_are_decided_by_customs_time_whichever_came_first() {
    AnEvent first = refundApproved("A1", "600.00");
    AnEvent second = refundApproved("A2", "600.00").at(LATER);

    ADeposit one = ADeposit.of1000().learn(first).learn(second);
    ADeposit other = ADeposit.of1000().learn(second).learn(first);

    assertThat(one.deposit().refunds()).isEqualTo(other.deposit().refunds()).hasSize(1);
    assertThat(one.refund().approval().number()).hasToString("A1");
    assertThat(one.exceptions())
        .containsExactly("APPROVAL_REFUSED MORE_THAN_HELD")
        .isEqualTo(other.exceptions());
  }

  @Test
  void what_has_left_comes_before_an_order_that_was_made_earlier_and_told_later() {
    ADeposit deposit = ADeposit.of1000().learn(refundApproved("A2", "600.00").at(LATER));
    deposit.settled(deposit.send()).learn(refundApproved("A1", "600.00"));

    assertThat(deposit.figures()).isEqualTo("400 0 600 0 0");
    assertThat(deposit.exceptions()).containsExactly("APPROVAL_REFUSED MORE_THAN_HELD");
  }

  @Test
  void a_refused_approval_does_not_use_up_its_number() {
    ADeposit deposit =
        ADeposit.of1000()
            .learn(refundApproved("A1", "1000.01"))
            .learn(refundApproved("A1", "1000.00").at(LATER));

    assertThat(deposit.exceptions()).isEmpty();
    assertThat(deposit.nextStep(NOON)).isEqualTo(new NextStep.Send());
  }

  @Test
  void a_payee_that_was_corrected_is_paid() {
    ADeposit deposit =
        ADeposit.of1000()
            .learn(refundApproved("A1", "1.00").with("payee", account("Someone Else", "1")))
            .learn(
                refundApproved("A1", "1.00")
                    .at(LATER)
                    .with("payee", account("Pudong Express", "77")));

    assertThat(deposit.exceptions()).isEmpty();
    assertThat(deposit.refund().payee().account().value()).isEqualTo("77");
    assertThat(deposit.nextStep(NOON)).isEqualTo(new NextStep.Send());
  }

  @Test
  void a_payer_written_otherwise_is_no_other_particular() {
    assertThat(
            ADeposit.of1000()
                .learn(
                    depositTaken("1000.00")
                        .with("payer", account("ＰＵＤＯＮＧ EXPRESS", "6222000011112222")))
                .exceptions())
        .isEmpty();
  }

  @Test
  void a_company_written_in_other_widths_and_capitals_is_the_same() {
    ADeposit deposit =
        ADeposit.of1000()
            .learn(refundApproved("A1", "1.00").with("payee", account("ＰＵＤＯＮＧ  Express", "77")));

    assertThat(deposit.exceptions()).isEmpty();
    assertThat(deposit.refund().payee().account().value()).isEqualTo("77");
  }
}
