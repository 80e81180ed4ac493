package com.cargobond.domain.deposit;

import static com.cargobond.domain.fixture.AnEvent.conversionApproved;
import static com.cargobond.domain.fixture.AnEvent.depositTaken;
import static com.cargobond.domain.fixture.AnEvent.forfeited;
import static com.cargobond.domain.fixture.AnEvent.frozen;
import static com.cargobond.domain.fixture.AnEvent.money;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static com.cargobond.domain.fixture.AnEvent.unfrozen;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.ADeposit;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.ledger.Notice;
import com.cargobond.domain.ledger.NoticeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The clock lists a deposit that nobody speaks of; only Customs lets it fall to the treasury.
 * Figures: held, in flight, refunded, converted, forfeited.
 */
class DormantDepositTest {

  @Test
  void is_dormant_after_a_year_without_a_word_and_stays_so() {
    ADeposit deposit = ADeposit.of1000();

    assertThat(deposit.elapsed("2027-03-01").deposit().status()).isEqualTo(DepositStatus.HELD);
    assertThat(deposit.elapsed("2027-03-02").deposit().status()).isEqualTo(DepositStatus.DORMANT);
    assertThat(deposit.exceptions()).containsExactly("DEPOSIT_DORMANT 2027-03-02");
    Deposit dormant = deposit.deposit();

    assertThat(deposit.elapsed("2047-03-02").deposit()).isEqualTo(dormant);
    assertThat(deposit.figures()).isEqualTo("1000 0 0 0 0");
    assertThat(deposit.deposit().deadline()).isEmpty();
  }

  @Test
  void what_customs_decides_after_years_is_done() {
    ADeposit deposit =
        ADeposit.of1000()
            .elapsed("2027-03-21")
            .elapsed("2028-03-20")
            .learn(refundApproved("A1", "1000.00").at("2028-03-21T10:00:00+08:00"));

    assertThat(deposit.deposit().status()).isEqualTo(DepositStatus.REFUND_APPROVED);
    deposit.settled(deposit.send());
    assertThat(deposit.figures()).isEqualTo("0 0 1000 0 0");
    assertThat(deposit.exceptions()).isEmpty();
  }

  @Test
  void a_frozen_deposit_never_becomes_dormant() {
    assertThat(ADeposit.of1000().learn(frozen("C1")).elapsed("2030-01-01").deposit().status())
        .isEqualTo(DepositStatus.HELD);
  }

  @Test
  void the_count_begins_anew_when_a_court_lifts_its_order() {
    ADeposit deposit =
        ADeposit.of1000()
            .elapsed("2027-03-21")
            .learn(frozen("C1").at("2027-04-01T10:00:00+08:00"))
            .learn(unfrozen("C1").at("2028-06-01T10:00:00+08:00"));

    assertThat(deposit.deposit().status()).isEqualTo(DepositStatus.HELD);
    assertThat(deposit.exceptions()).isEmpty();
    assertThat(deposit.deposit().deadline()).contains(LocalDate.parse("2029-06-01"));
  }

  @Test
  void what_an_earlier_version_took_for_forfeited_is_held_and_dormant() {
    Deposit taken = ADeposit.of1000().deposit();
    List<DepositEntry> journal = new ArrayList<>(taken.journal());
    journal.add(new DepositEntry.Elapsed(LocalDate.parse("2027-03-02"), ADeposit.NOON));
    journal.add(new DepositEntry.Elapsed(LocalDate.parse("2028-03-01"), ADeposit.NOON));

    Deposit kept = new Deposit(taken.id(), journal);

    assertThat(kept.status()).isEqualTo(DepositStatus.DORMANT);
    assertThat(kept.figures()).isEqualTo(taken.figures());
  }

  @Test
  void customs_order_lets_it_fall_to_the_treasury() {
    ADeposit deposit = ADeposit.of1000().learn(forfeited("F1", "1000.00"));

    assertThat(deposit.figures()).isEqualTo("0 0 0 0 1000");
    assertThat(deposit.deposit().status()).isEqualTo(DepositStatus.FORFEITED);
  }

  @Test
  void others_are_told_when_it_becomes_dormant_and_each_time_some_of_it_is_forfeited() {
    ADeposit deposit = ADeposit.of1000();
    Deposit taken = deposit.deposit();
    Deposit dormant = deposit.elapsed("2027-03-02").deposit();
    Deposit first = deposit.learn(forfeited("F1", "400.00")).deposit();
    Deposit again = deposit.learn(forfeited("F1", "400.00").id("again")).deposit();
    Deposit second = deposit.learn(forfeited("F2", "600.00")).deposit();

    assertThat(told(taken, dormant)).containsExactly(DepositNoticeType.DEPOSIT_DORMANT);
    assertThat(told(dormant, first)).containsExactly(DepositNoticeType.DEPOSIT_FORFEITED);
    assertThat(told(first, again)).isEmpty();
    assertThat(told(again, second)).containsExactly(DepositNoticeType.DEPOSIT_FORFEITED);
  }

  private static List<NoticeType> told(Deposit before, Deposit after) {
    return DepositNotices.of(before, after).stream().map(Notice::type).toList();
  }

  @Test
  void the_same_order_told_again_is_once() {
    ADeposit deposit =
        ADeposit.of1000()
            .learn(forfeited("F1", "400.00"))
            .learn(forfeited("F1", "400.00").id("again"));

    assertThat(deposit.figures()).isEqualTo("600 0 0 0 400");
    assertThat(deposit.deposit().status()).isEqualTo(DepositStatus.HELD);
    assertThat(deposit.exceptions()).isEmpty();
  }

  @Test
  void an_order_of_more_than_is_free_moves_nothing() {
    ADeposit deposit =
        ADeposit.of1000().learn(refundApproved("A1", "600.00")).learn(forfeited("F1", "400.01"));

    assertThat(deposit.figures()).isEqualTo("1000 0 0 0 0");
    assertThat(deposit.exceptions()).containsExactly("APPROVAL_REFUSED MORE_THAN_HELD");
  }

  @Test
  void an_order_in_another_currency_moves_nothing() {
    ADeposit deposit =
        ADeposit.of1000().learn(forfeited("F1", "1.00").with("amount", money("1.00", "HKD")));

    assertThat(deposit.exceptions()).containsExactly("APPROVAL_REFUSED OTHER_CURRENCY");
  }

  @Test
  void an_order_before_the_deposit_waits_for_it() {
    ADeposit deposit = ADeposit.unknown().learn(forfeited("F1", "1000.00"));
    assertThat(deposit.exceptions()).containsExactly("DEPOSIT_UNKNOWN");

    assertThat(deposit.learn(depositTaken("1000.00")).figures()).isEqualTo("0 0 0 0 1000");
  }

  @Test
  void a_refund_that_comes_back_after_the_rest_was_forfeited_is_not_hidden() {
    ADeposit deposit = ADeposit.of1000().learn(refundApproved("A1", "600.00"));
    Uetr sent = deposit.send();
    deposit.settled(sent).learn(forfeited("F1", "400.00"));
    assertThat(deposit.deposit().status()).isEqualTo(DepositStatus.FORFEITED);

    deposit.returned(sent, "AC04");

    assertThat(deposit.figures()).isEqualTo("600 0 0 0 400");
    assertThat(deposit.deposit().status()).isEqualTo(DepositStatus.REPAIR);
  }

  @Test
  void what_is_left_of_a_deposit_is_held_however_the_rest_ended() {
    ADeposit deposit =
        ADeposit.of1000()
            .learn(conversionApproved("A1", "300.00"))
            .learn(forfeited("F1", "400.00"));

    assertThat(deposit.figures()).isEqualTo("300 0 0 300 400");
    assertThat(deposit.deposit().status()).isEqualTo(DepositStatus.CONVERT_APPROVED);
  }
}
