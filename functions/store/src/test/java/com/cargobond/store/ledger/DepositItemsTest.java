package com.cargobond.store.ledger;

import static com.cargobond.domain.fixture.AnEvent.conversionApproved;
import static com.cargobond.domain.fixture.AnEvent.depositTaken;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.audit.TrailHead;
import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.Deposits;
import com.cargobond.domain.fixture.ADeposit;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.ledger.Outcome.Applied;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.store.capability.StoredCapabilities;
import com.cargobond.store.deployment.LedgerTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One word of Customs turns many orders of a deposit, and is still one transaction. */
class DepositItemsTest {

  private static final int REFUNDS = 25;

  @Test
  void a_correction_fits_with_all_the_orders_that_it_turns() {
    ADeposit deposit = ADeposit.unknown().learn(depositTaken("1.00"));
    approve(deposit);

    assertFits(deposit, depositTaken("1000.00").at("2026-03-03T10:00:00+08:00"));
  }

  @Test
  void a_correction_fits_that_ends_all_orders() {
    ADeposit deposit = ADeposit.of1000();
    approve(deposit);

    assertFits(deposit, depositTaken("1.00").at("2026-03-03T10:00:00+08:00"));
  }

  @Test
  void a_deposit_fits_with_all_the_orders_that_waited_for_it() {
    ADeposit deposit = ADeposit.unknown();
    approve(deposit);

    assertFits(deposit, depositTaken("1000.00"));
  }

  private static void approve(ADeposit deposit) {
    for (int i = 0; i < REFUNDS; i++) {
      deposit.learn(refundApproved("A-" + i, "10.00"));
      deposit.learn(conversionApproved("C-" + i, "10.00"));
    }
  }

  private static void assertFits(ADeposit deposit, AnEvent word) {
    Deposit before = deposit.deposit();
    ReceivedEvent received = word.accepted();
    Applied applied =
        (Applied) Deposits.CAPABILITY.rules().apply(SubjectLedger.view(before), received);
    LedgerChange change =
        LedgerChange.because(Cause.of("events", "APPLY", received.receivedAt()))
            .changing(
                StoredCapabilities.ALL.codec(Deposit.KIND),
                written(before),
                applied.view().get(Deposit.KIND, before.id().value()))
            .claiming(List.of(Claim.receipt(received)))
            .telling(applied.notices())
            .build();

    assertThat(change.writes().itemsAtMost()).isLessThanOrEqualTo(LedgerWrites.ITEMS_MAX);
  }

  private static Stored<Deposit> written(Deposit deposit) {
    ItemKey key = ItemKey.of(LedgerTable.DEPOSITS, deposit.id().value());
    return new Stored<>(
        deposit, Map.of(key, new Version(1, TrailHead.NONE)), Optional.empty(), false);
  }
}
