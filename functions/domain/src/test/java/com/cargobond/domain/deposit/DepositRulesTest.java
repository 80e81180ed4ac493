package com.cargobond.domain.deposit;

import static com.cargobond.domain.fixture.AnEvent.account;
import static com.cargobond.domain.fixture.AnEvent.conversionApproved;
import static com.cargobond.domain.fixture.AnEvent.depositTaken;
import static com.cargobond.domain.fixture.AnEvent.frozen;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static com.cargobond.domain.fixture.AnEvent.unfrozen;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.ADeposit;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.ledger.Outcome;
import com.cargobond.domain.ledger.Outcome.Applied;
import com.cargobond.domain.ledger.Outcome.Quarantined;
import com.cargobond.domain.ledger.QuarantineCode;
import com.cargobond.domain.ledger.View;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How much may be said of one deposit, and that nobody keeps another from being heard. */
class DepositRulesTest {

  private static final AnEvent CORRECTION = depositTaken("1000.00").at("2026-03-03T10:00:00+08:00");

  /** Full of Customs' words. */
  private static ADeposit full() {
    ADeposit full = ADeposit.of1000();
    for (int i = 0; full.deposit().hasRoomFor(refundApproved("A1", "1.00").event()); i++) {
      full.learn(
          depositTaken("1000.00")
              .with("payer", account("保".repeat(140), "6222"))
              .with("reason", "保".repeat(512))
              .id("E-" + i));
    }
    return full;
  }

  @Test
  void an_approval_is_set_aside_when_customs_has_said_as_much_as_it_may() {
    assertThat(apply(full(), refundApproved("A1", "1.00")))
        .isEqualTo(new Quarantined(QuarantineCode.TOO_MANY_EVENTS));
  }

  @Test
  void a_court_is_heard_however_much_customs_has_said() {
    ADeposit full = full();
    assertThat(deposit(apply(full, frozen("C1"))).isFrozen()).isTrue();

    full.learn(frozen("C1"));
    assertThat(deposit(apply(full, unfrozen("C1"))).isFrozen()).isFalse();
  }

  @Test
  void own_attempts_keep_no_word_of_customs_out_and_end_with_a_person() {
    ADeposit deposit = ADeposit.of1000();
    int approvals = 0;
    do {
      deposit.learn(refundApproved("A-" + approvals++, "10.00"));
      while (deposit.deposit().refunds().stream()
          .anyMatch(refund -> refund.isDue() && deposit.deposit().letsPay(refund.id()))) {
        deposit.rejected(deposit.send(), "MS03");
      }
    } while (deposit.deposit().refunds().stream()
        .allMatch(refund -> refund.status() == RefundStatus.REPAIR));

    assertThat(deposit.exceptions()).contains("REFUND_ATTEMPTS_USED_UP");
    assertThat(apply(deposit, refundApproved("B", "10.00"))).isInstanceOf(Applied.class);
  }

  @Test
  void a_correction_is_learned_however_many_conversions_it_turns() {
    ADeposit deposit = takenByMistake();
    for (int i = 0; i < 60; i++) {
      deposit.learn(conversionApproved("C-" + i, "10.00"));
    }

    Deposit corrected = deposit(apply(deposit, CORRECTION));

    assertThat(corrected.figures().orElseThrow().converted()).isEqualTo(600_00);
    assertThat(corrected.figures().orElseThrow().held()).isEqualTo(400_00);
  }

  @Test
  void a_correction_is_learned_with_as_many_refunds_as_one_transaction_opens() {
    ADeposit deposit = takenByMistake();
    approveRefunds(deposit, RefundRows.MAX / RefundRows.OF_ONE);

    Applied corrected = (Applied) apply(deposit, CORRECTION);

    assertThat(deposit(corrected).refunds()).hasSize(25);
    assertThat(RefundRows.between(deposit.deposit(), deposit(corrected))).isEqualTo(RefundRows.MAX);
  }

  @Test
  void a_confirmation_orders_as_many_refunds_as_have_room_and_leaves_the_others_to_the_sweep() {
    ADeposit deposit = takenByMistake();
    approveRefunds(deposit, 25);
    deposit.learn(CORRECTION.id("E-1"));

    Applied confirmed =
        (Applied) apply(deposit, depositTaken("1000.00").at("2026-03-04T10:00:00+08:00"));

    assertThat(confirmed.notices().stream().filter(it -> it.type() == DepositNoticeType.REFUND_DUE))
        .hasSize(25);
  }

  @Test
  void an_event_that_would_open_more_refunds_than_one_transaction_holds_is_set_aside() {
    ADeposit deposit = takenByMistake();
    approveRefunds(deposit, 26);

    assertThat(apply(deposit, CORRECTION))
        .isEqualTo(new Quarantined(DepositQuarantineCode.TOO_MANY_WAITING));
  }

  @Test
  void more_refunds_than_one_transaction_opens_do_not_wait_for_a_deposit() {
    ADeposit deposit = ADeposit.unknown();
    approveRefunds(deposit, 25);

    assertThat(apply(deposit, conversionApproved("C", "10.00"))).isInstanceOf(Applied.class);
    assertThat(apply(deposit, refundApproved("A-0", "10.00").id("E-1")))
        .isInstanceOf(Applied.class);
    assertThat(apply(deposit, refundApproved("B", "10.00")))
        .isEqualTo(new Quarantined(DepositQuarantineCode.TOO_MANY_WAITING));
  }

  @Test
  void no_more_refunds_than_one_transaction_opens_wait_for_the_money_of_one_that_was_sent() {
    ADeposit deposit = ADeposit.of1000();
    deposit.learn(refundApproved("A-1", "1000.00").at("2026-03-21T10:00:00+08:00"));
    Uetr sent = deposit.send();
    Map<Boolean, Long> told = tellRefundsOfOne(deposit);
    assertThat(told).isEqualTo(Map.of(true, 25L, false, 13L));
    Deposit before = deposit.deposit();

    deposit.rejected(sent, "AC01");

    assertThat(deposit.deposit().refunds().stream().filter(Refund::isOpen)).hasSize(25);
    int rows = RefundRows.between(before, deposit.deposit());
    int notices = DepositNotices.of(before, deposit.deposit()).size();
    assertThat(rows + notices).isLessThanOrEqualTo(RefundRows.WITH_NOTICES_MAX + 9);
  }

  @Test
  void no_more_refunds_than_one_transaction_opens_wait_for_money_that_the_bank_may_return() {
    ADeposit deposit = ADeposit.of1000();
    deposit.learn(refundApproved("A-1", "1000.00").at("2026-03-21T10:00:00+08:00"));
    deposit.settled(deposit.send());

    assertThat(tellRefundsOfOne(deposit)).isEqualTo(Map.of(true, 25L, false, 13L));
  }

  @Test
  void what_could_never_be_paid_waits_for_no_money() {
    ADeposit deposit = ADeposit.of1000();
    for (int i = 0; i < 26; i++) {
      deposit.learn(refundApproved("A-" + i, "9999.00"));
    }

    assertThat(apply(deposit, refundApproved("B", "9999.00"))).isInstanceOf(Applied.class);
  }

  /** Whether each of 38 refunds was learned. */
  private static Map<Boolean, Long> tellRefundsOfOne(ADeposit deposit) {
    return IntStream.range(0, 38)
        .mapToObj(i -> refundApproved("B-" + i, "1.00"))
        .collect(
            Collectors.partitioningBy(
                refund -> {
                  boolean isApplied = apply(deposit, refund) instanceof Applied;
                  if (isApplied) {
                    deposit.learn(refund);
                  }
                  return isApplied;
                },
                Collectors.counting()));
  }

  private static ADeposit takenByMistake() {
    return ADeposit.unknown().learn(depositTaken("1.00"));
  }

  private static void approveRefunds(ADeposit deposit, int count) {
    for (int i = 0; i < count; i++) {
      deposit.learn(refundApproved("A-" + i, "10.00"));
    }
  }

  private static Outcome apply(ADeposit deposit, AnEvent event) {
    return Deposits.CAPABILITY.rules().apply(View.EMPTY.with(deposit.deposit()), event.accepted());
  }

  private static Deposit deposit(Outcome outcome) {
    return ((Applied) outcome).view().all(Deposit.KIND).getFirst();
  }
}
