package com.cargobond.domain.ledger;

import static com.cargobond.domain.fixture.AnEvent.account;
import static com.cargobond.domain.fixture.AnEvent.depositTaken;
import static com.cargobond.domain.fixture.AnEvent.frozen;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static com.cargobond.domain.fixture.AnEvent.unfrozen;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.RefundStatus;
import com.cargobond.domain.fixture.ADeposit;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.ledger.Outcome.Applied;
import com.cargobond.domain.ledger.Outcome.QuarantineReason;
import com.cargobond.domain.ledger.Outcome.Quarantined;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How much may be said of one deposit, and that nobody keeps another from being heard. */
class DepositBookkeepingTest {

  /** Full of Customs' words. */
  private static ADeposit full() {
    ADeposit full = ADeposit.of1000();
    for (int i = 0; !full.deposit().isFull(); i++) {
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
        .isEqualTo(new Quarantined(QuarantineReason.TOO_MANY_EVENTS));
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
  void an_event_on_which_too_many_approvals_depend_is_set_aside() {
    ADeposit deposit = ADeposit.of1000();
    for (int i = 0; i <= DepositBookkeeping.DECIDED_AT_ONCE_MAX; i++) {
      deposit.learn(refundApproved("A-" + i, "10.00"));
    }

    assertThat(apply(deposit, depositTaken("1.00").at("2026-03-03T10:00:00+08:00")))
        .isEqualTo(new Quarantined(QuarantineReason.TOO_MANY_WAITING));
  }

  private static Outcome apply(ADeposit deposit, AnEvent event) {
    Books books =
        new Books(Map.of(), Map.of(), Map.of(), Map.of(deposit.deposit().id(), deposit.deposit()));
    return Bookkeeping.apply(books, event.accepted());
  }

  private static Deposit deposit(Outcome outcome) {
    return ((Applied) outcome).books().deposits().values().iterator().next();
  }
}
