package com.cargobond.local.refund;

import com.cargobond.store.ledger.CommitResult;
import com.cargobond.store.ledger.Ledger;
import com.cargobond.store.ledger.LedgerChange;
import java.util.Random;

/** A ledger whose user is killed now and then: just before a commit, or just after. */
final class CrashingLedger extends Ledger {

  /** The process is gone. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Random random;
  private final int percent;

  CrashingLedger(Ledger inner, long seed, int percent) {
    super(inner.items(), inner.stored());
    this.random = new Random(seed);
    this.percent = percent;
  }

  @Override
  public CommitResult commit(LedgerChange change) {
    int fate = random.nextInt(100);
    if (fate < percent / 2) {
      throw new Killed();
    }
    CommitResult result = super.commit(change);
    if (fate < percent) {
      throw new Killed();
    }
    return result;
  }
}
