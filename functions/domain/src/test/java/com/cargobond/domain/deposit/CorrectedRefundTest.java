package com.cargobond.domain.deposit;

import static com.cargobond.domain.fixture.AnEvent.account;
import static com.cargobond.domain.fixture.AnEvent.conversionApproved;
import static com.cargobond.domain.fixture.AnEvent.depositTaken;
import static com.cargobond.domain.fixture.AnEvent.forfeited;
import static com.cargobond.domain.fixture.AnEvent.payeeApproved;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.domain.fixture.ADeposit;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.TestMoney;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.ledger.Refused;
import com.cargobond.domain.payment.Attempt;
import com.cargobond.domain.payment.NextStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * A refund of 1,000 yuan that the bank did not pay is what Customs says of it since. Figures: held,
 * in flight, refunded, converted, forfeited.
 */
class CorrectedRefundTest {

  private static final String DAYS_LATER = "2026-04-10T04:00:00Z";

  private ADeposit deposit = ADeposit.of1000().learn(refundApproved("A1", "1000.00"));
  private final Uetr first = deposit.send();

  private void takenFromAnotherAccountTwice(String company) {
    for (String hour : List.of("11", "12")) {
      deposit.learn(
          depositTaken("1000.00")
              .at("2026-03-02T" + hour + ":00:00+08:00")
              .with("payer", account(company, "6222000011119999")));
    }
  }

  private static AnEvent corrected(String amount, int day) {
    return refundApproved("A1", amount).at("2026-03-%dT10:00:00+08:00".formatted(day));
  }

  private void correctedTo300() {
    deposit.learn(corrected("300.00", 20)).learn(corrected("300.00", 21));
  }

  private String payee() {
    return deposit.refund().payee().name() + " " + deposit.refund().payee().account().value();
  }

  @Test
  void goes_to_the_account_that_customs_has_confirmed_since() {
    deposit.rejected(first, "MS03");
    takenFromAnotherAccountTwice("Pudong Express");

    assertThat(payee()).isEqualTo("Pudong Express 6222000011119999");
    assertThat(deposit.exceptions()).isEmpty();
    assertThat(deposit.nextStep(DAYS_LATER)).isEqualTo(new NextStep.Send());
    deposit.send();
    assertThat(deposit.refund().attempts())
        .extracting(attempt -> attempt.payee().account().value())
        .containsExactly("6222000011112222", "6222000011119999");
  }

  @Test
  void goes_to_the_other_company_that_has_paid_the_deposit() {
    deposit.rejected(first, "MS03");
    takenFromAnotherAccountTwice("Harbour Express");

    assertThat(payee()).isEqualTo("Harbour Express 6222000011119999");
    assertThat(deposit.exceptions()).isEmpty();
    assertThat(deposit.nextStep(DAYS_LATER)).isEqualTo(new NextStep.Send());
  }

  @Test
  void stays_with_the_account_of_a_repair() {
    deposit.rejected(first, "AC04").repaired("9988", "A9");
    takenFromAnotherAccountTwice("Pudong Express");

    assertThat(payee()).isEqualTo("Pudong Express 9988");
    assertThat(deposit.nextStep(DAYS_LATER)).isEqualTo(new NextStep.Send());
  }

  @Test
  void leaves_the_account_of_a_repair_that_is_of_another_company_by_now() {
    deposit.rejected(first, "AC04").repaired("9988", "A9");
    takenFromAnotherAccountTwice("Harbour Express");

    assertThat(payee()).isEqualTo("Harbour Express 6222000011119999");
    assertThat(deposit.exceptions()).containsExactly("APPROVAL_REFUSED PAYEE_MISMATCH");
    assertThat(deposit.nextStep(DAYS_LATER)).isEqualTo(new NextStep.Send());
  }

  @Test
  void is_as_it_was_sent_while_nobody_knows_and_is_not_sent_to_that_account_again() {
    takenFromAnotherAccountTwice("Pudong Express");

    assertThat(payee()).isEqualTo("Pudong Express 6222000011112222");
    assertThat(deposit.nextStepAfterLoss(first, DAYS_LATER)).isEqualTo(new NextStep.Nothing());

    deposit.rejected(first, "MS03");
    assertThat(payee()).isEqualTo("Pudong Express 6222000011119999");
  }

  @Test
  void is_of_the_amount_that_customs_has_confirmed_and_the_rest_may_become_duty() {
    deposit.rejected(first, "AC04");
    correctedTo300();
    assertThat(deposit.refund().amount()).isEqualTo(TestMoney.yuan("300.00"));
    assertThat(deposit.exceptions()).containsExactly("REFUND_NEEDS_REPAIR AC04");

    deposit.learn(conversionApproved("C2", "600.00").at("2026-03-22T10:00:00+08:00"));
    deposit.learn(forfeited("O1", "100.00").at("2026-03-23T10:00:00+08:00"));
    deposit.repaired("9988", "A9").settled(deposit.send());

    assertThat(deposit.figures()).isEqualTo("0 0 300 600 100");
    assertThat(deposit.exceptions()).isEmpty();
    assertThat(deposit.refund().attempts())
        .extracting(Attempt::amount)
        .containsExactly(TestMoney.yuan("1000.00"), TestMoney.yuan("300.00"));
  }

  @Test
  void is_held_while_customs_contradicts_itself() {
    deposit.rejected(first, "MS03").learn(corrected("300.00", 20));

    assertThat(deposit.exceptions()).containsExactly("APPROVAL_CONTRADICTED");
    assertThat(deposit.nextStep(DAYS_LATER)).isEqualTo(new NextStep.Nothing());
    assertThat(deposit.figures()).isEqualTo("1000 0 0 0 0");

    deposit.learn(corrected("300.00", 21));
    assertThat(deposit.exceptions()).isEmpty();
    assertThat(deposit.nextStep(DAYS_LATER)).isEqualTo(new NextStep.Send());
  }

  @Test
  void is_what_was_sent_while_a_duplicate_is_asked_about() {
    deposit.rejected(first, "AM05");
    correctedTo300();
    assertThat(deposit.refund().amount()).isEqualTo(TestMoney.yuan("1000.00"));
    assertThat(deposit.exceptions()).containsExactly("APPROVAL_CONTRADICTED");

    deposit.denied(first);
    assertThat(deposit.refund().amount()).isEqualTo(TestMoney.yuan("300.00"));
    assertThat(deposit.exceptions()).containsExactly("REFUND_DUPLICATE AM05");
  }

  @Test
  void follows_customs_when_what_was_paid_came_back() {
    deposit.settled(first);
    correctedTo300();
    assertThat(deposit.figures()).isEqualTo("0 0 1000 0 0");
    assertThat(deposit.exceptions()).containsExactly("APPROVAL_CONTRADICTED");

    deposit.returned(first, "MS03");
    assertThat(deposit.figures()).isEqualTo("1000 0 0 0 0");
    assertThat(deposit.refund().amount()).isEqualTo(TestMoney.yuan("300.00"));
    assertThat(deposit.exceptions()).isEmpty();
  }

  @Test
  void lapses_when_customs_makes_it_duty_instead() {
    deposit
        .rejected(first, "MS03")
        .learn(conversionApproved("A1", "1000.00").at("2026-03-20T10:00:00+08:00"))
        .learn(conversionApproved("A1", "1000.00").at("2026-03-21T10:00:00+08:00"));

    assertThat(deposit.figures()).isEqualTo("0 0 0 1000 0");
    assertThat(deposit.refund().status()).isEqualTo(RefundStatus.LAPSED);
    assertThat(deposit.refund().attempts()).hasSize(1);
    assertThat(deposit.exceptions()).isEmpty();
    assertThat(deposit.deposit().status()).isEqualTo(DepositStatus.CONVERTED);
    assertThat(deposit.nextStep(DAYS_LATER)).isEqualTo(new NextStep.Nothing());
  }

  @Test
  void is_paid_with_what_the_attempt_was_of_when_the_bank_has_paid_after_all() {
    deposit.rejected(first, "MS03");
    correctedTo300();
    deposit.settled(first);

    assertThat(deposit.figures()).isEqualTo("0 0 1000 0 0");
    assertThat(deposit.refund().amount()).isEqualTo(TestMoney.yuan("1000.00"));
    assertThat(deposit.exceptions())
        .containsExactly("APPROVAL_CONTRADICTED", "OUTCOME_CONTRADICTED SETTLED");
  }

  @Test
  void moves_nothing_when_what_the_bank_has_paid_after_all_is_no_longer_there() {
    deposit.rejected(first, "AC04");
    correctedTo300();
    deposit
        .learn(conversionApproved("C2", "700.00").at("2026-03-22T10:00:00+08:00"))
        .settled(first);

    assertThat(deposit.figures()).isEqualTo("300 0 0 700 0");
    assertThat(deposit.exceptions()).containsExactly("OUTCOME_CONTRADICTED SETTLED");
    assertThat(deposit.nextStep(DAYS_LATER)).isEqualTo(new NextStep.Nothing());
    deposit.learn(payeeApproved("A9", "9988"));
    assertThatThrownBy(() -> deposit.repairedBy("A9"))
        .isInstanceOf(Refused.class)
        .hasMessage("the bank says that it has paid the refund");

    deposit.returned(first, "AC04").repairedBy("A9").settled(deposit.send());
    assertThat(deposit.figures()).isEqualTo("0 0 300 700 0");
    assertThat(deposit.exceptions()).isEmpty();
  }

  @Test
  void moves_nothing_when_what_the_bank_has_paid_after_all_is_promised_to_another_refund() {
    deposit.rejected(first, "MS03");
    correctedTo300();
    deposit.learn(refundApproved("A2", "700.00").at("2026-03-22T10:00:00+08:00")).settled(first);

    assertThat(deposit.figures()).isEqualTo("1000 0 0 0 0");
    assertThat(deposit.exceptions()).containsExactly("OUTCOME_CONTRADICTED SETTLED");
    assertThat(deposit.deposit().letsPay(deposit.refund().id())).isFalse();
    assertThat(deposit.deposit().letsPay(deposit.deposit().refunds().getLast().id())).isTrue();
  }

  @Test
  void counts_once_when_both_contents_were_paid_and_needs_a_person() {
    deposit.rejected(first, "MS03");
    correctedTo300();
    Uetr second = deposit.send();
    deposit.settled(first);
    assertThat(deposit.figures()).isEqualTo("700 300 0 0 0");

    deposit.settled(second);
    assertThat(deposit.figures()).isEqualTo("700 0 300 0 0");
    assertThat(deposit.exceptions()).containsExactly("OUTCOME_CONTRADICTED SETTLED");
  }

  @Test
  void is_paid_by_the_earlier_attempt_when_the_later_one_of_another_amount_is_rejected() {
    deposit.rejected(first, "MS03");
    correctedTo300();
    Uetr second = deposit.send();
    deposit.settled(first).rejected(second, "MS03");

    assertThat(deposit.figures()).isEqualTo("0 0 1000 0 0");
  }

  @Test
  void a_duplicate_that_was_denied_and_settles_after_all_needs_a_person_if_its_money_is_gone() {
    deposit.rejected(first, "AM05").denied(first);
    correctedTo300();
    deposit
        .learn(conversionApproved("C2", "700.00").at("2026-03-22T10:00:00+08:00"))
        .settled(first);

    assertThat(deposit.figures()).isEqualTo("300 0 0 700 0");
    assertThat(deposit.exceptions()).containsExactly("OUTCOME_CONTRADICTED SETTLED");
  }

  /**
   * For an earlier version a payee under the number of a conversion contradicted that, so that its
   * money was free for the refund, in the second content that Customs told of it.
   */
  @Test
  void counts_as_an_earlier_version_sent_it_by_its_own_rules() {
    ADeposit before = ADeposit.of1000().learn(refundApproved("A5", "100.00"));
    before
        .settled(before.send())
        .learn(payeeApproved("C1", "77").at("2026-03-11T10:00:00+08:00"))
        .learn(refundApproved("A2", "1000.00").at("2026-03-12T10:00:00+08:00"))
        .learn(refundApproved("A2", "900.00").at("2026-03-13T10:00:00+08:00"));
    List<DepositEntry> journal = new ArrayList<>(before.deposit().journal());
    journal.add(
        new DepositEntry.Learned(
            conversionApproved("C1", "500.00").at("2026-03-10T10:00:00+08:00").event(),
            ADeposit.NOON));
    before.send();
    journal.add(before.deposit().journal().getLast());

    DepositFigures read = new Deposit(before.deposit().id(), journal).figures().orElseThrow();

    assertThat(read.inFlight()).isEqualTo(900_00);
    assertThat(read.refunded()).isEqualTo(100_00);
    assertThat(read.held()).isZero();
  }

  /** In whatever order what Customs says since comes, and however often. */
  @Property(tries = 500)
  void the_order_of_the_corrections_does_not_matter(@ForAll long seed) {
    Random random = new Random(seed);
    ADeposit sent = ADeposit.of1000().learn(refundApproved("A1", "1000.00"));
    sent.rejected(sent.send(), random.nextBoolean() ? "MS03" : "AC04");
    List<AnEvent> words = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(8); i++) {
      words.add(aWord(random).id("W-" + i));
    }
    Deposit one = after(sent.deposit(), words, random);
    Deposit other = after(sent.deposit(), words, random);

    assertThat(other.figures()).isEqualTo(one.figures());
    assertThat(other.refunds()).isEqualTo(one.refunds());
    assertThat(other.matters()).containsExactlyInAnyOrderElementsOf(one.matters());
  }

  private static Deposit after(Deposit sent, List<AnEvent> words, Random random) {
    List<AnEvent> order = new ArrayList<>(words);
    Collections.shuffle(order, random);
    Deposit deposit = sent;
    for (AnEvent word : order) {
      deposit = deposit.learn(word.event(), ADeposit.NOON);
    }
    return deposit;
  }

  private static AnEvent aWord(Random random) {
    int day = 18 + random.nextInt(8);
    String at = "2026-03-%dT10:00:00+08:00".formatted(day);
    return switch (random.nextInt(5)) {
      case 0 -> conversionApproved("C2", "700.00").at(at);
      case 1 -> refundApproved("A2", "500.00").at(at);
      case 2 ->
          depositTaken("1000.00")
              .at(at)
              .with("payer", account("Pudong Express", "6222000011119999"));
      default -> corrected(random.nextBoolean() ? "300.00" : "1000.00", day);
    };
  }
}
