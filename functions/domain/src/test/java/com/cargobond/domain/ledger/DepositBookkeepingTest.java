package com.cargobond.domain.ledger;

import static com.cargobond.domain.fixture.AnEvent.depositTaken;
import static com.cargobond.domain.fixture.AnEvent.frozen;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static com.cargobond.domain.fixture.AnEvent.unfrozen;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.fixture.ADeposit;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.ledger.Outcome.Applied;
import com.cargobond.domain.ledger.Outcome.QuarantineReason;
import com.cargobond.domain.ledger.Outcome.Quarantined;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How much may be said of one deposit. */
class DepositBookkeepingTest {

  private final ADeposit full = ADeposit.of1000();

  DepositBookkeepingTest() {
    for (int i = 1; i < Deposit.ENTRIES_MAX; i++) {
      full.learn(depositTaken("1000.00").id("E-" + i));
    }
  }

  @Test
  void an_approval_is_set_aside_when_the_journal_is_full() {
    assertThat(apply(full, refundApproved("A1", "1.00")))
        .isEqualTo(new Quarantined(QuarantineReason.TOO_MANY_EVENTS));
  }

  @Test
  void a_court_is_heard_however_full_the_journal_is() {
    Outcome outcome = apply(full, frozen("C1"));
    assertThat(deposit(outcome).isFrozen()).isTrue();

    full.learn(frozen("C1"));
    assertThat(deposit(apply(full, unfrozen("C1"))).isFrozen()).isFalse();
  }

  private static Outcome apply(ADeposit deposit, AnEvent event) {
    Books books =
        new Books(Map.of(), Map.of(), Map.of(), Map.of(deposit.deposit().id(), deposit.deposit()));
    return Bookkeeping.apply(books, event.accepted());
  }

  private Deposit deposit(Outcome outcome) {
    return ((Applied) outcome).books().deposit(full.deposit().id());
  }
}
