package com.cargobond.store;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.deposit.DepositNotices;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.store.CommitResult.Committed;
import com.cargobond.store.CommitResult.Conflicted;
import com.cargobond.store.CommitResult.Taken;
import com.cargobond.store.LedgerChange.DepositChange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Looks at deposits, and writes the steps on them that are not events of Customs. */
public final class DepositDesk {

  private final Ledger ledger;
  private final Attempts attempts;

  /** A desk on the given ledger. */
  public DepositDesk(Ledger ledger) {
    this(ledger, new Backoff());
  }

  DepositDesk(Ledger ledger, Backoff backoff) {
    this.ledger = ledger;
    this.attempts = new Attempts(backoff);
  }

  /** The deposit, if anything is known of it. */
  public Optional<Deposit> find(DepositId id) {
    return Optional.of(read(id).value()).filter(deposit -> !deposit.journal().isEmpty());
  }

  /** The deposit that a refund is of. */
  public Optional<Deposit> find(RefundId refund) {
    return ledger.depositOfRefund(refund).flatMap(this::find);
  }

  /**
   * Takes a step; if somebody else wrote in between, it is decided again. What the step throws is
   * thrown, and nothing is written; a step that changes nothing writes nothing.
   *
   * @param cause for the audit trail
   * @throws BusyLedger if others write without end
   */
  public Deposit change(DepositId id, UnaryOperator<Deposit> step, Cause cause) {
    return attempts.until(
        () -> {
          Versioned<Deposit> before = read(id);
          Deposit after = step.apply(before.value());
          if (after.equals(before.value())) {
            return Optional.of(after);
          }
          return switch (ledger.commit(change(before, after, cause))) {
            case Committed committed -> Optional.of(after);
            case Conflicted conflicted -> Optional.empty();
            case Taken taken -> throw new IllegalStateException("taken already: " + taken.claims());
          };
        });
  }

  private Versioned<Deposit> read(DepositId id) {
    return ledger.deposits(Set.of(id)).get(id);
  }

  private static LedgerChange change(Versioned<Deposit> before, Deposit after, Cause cause) {
    return LedgerChange.because(cause)
        .deposits(List.of(new DepositChange(before, after)))
        .telling(DepositNotices.of(before.value(), after))
        .build();
  }
}
