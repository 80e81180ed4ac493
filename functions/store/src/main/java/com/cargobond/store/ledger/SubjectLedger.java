package com.cargobond.store.ledger;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.ledger.Kind;
import com.cargobond.domain.ledger.Outcome.Applied;
import com.cargobond.domain.ledger.Subject;
import com.cargobond.domain.ledger.View;
import com.cargobond.store.ledger.CommitResult.Committed;
import com.cargobond.store.ledger.CommitResult.Conflicted;
import com.cargobond.store.ledger.CommitResult.Taken;
import java.util.Optional;
import java.util.function.Function;

/** Takes steps on single subjects that are no events. */
public final class SubjectLedger {

  private final Ledger ledger;
  private final Attempts attempts;

  /** Steps on the subjects of a ledger. */
  public SubjectLedger(Ledger ledger, Backoff backoff) {
    this.ledger = ledger;
    this.attempts = new Attempts(backoff);
  }

  /**
   * Takes a step; if somebody else wrote in between, it is decided again. What the step throws is
   * thrown, and nothing is written; a step that changes nothing writes nothing.
   *
   * @param step the subject as it stands then, with what others must be told
   * @param cause for the audit trail
   * @throws BusyLedger if others write without end
   */
  public <S extends Subject> S change(
      Kind<S> kind, String id, Function<S, Applied> step, Cause cause) {
    return attempts.until(
        () -> {
          Stored<S> before = ledger.read(kind, id);
          Applied applied = step.apply(before.value());
          S after = applied.view().get(kind, id);
          if (after.equals(before.value())) {
            return Optional.of(after);
          }
          LedgerChange change =
              LedgerChange.because(cause)
                  .changing(ledger.codec(kind), before, after)
                  .telling(applied.notices())
                  .build();
          return switch (ledger.commit(change)) {
            case Committed committed -> Optional.of(after);
            case Conflicted conflicted -> Optional.empty();
            case Taken taken -> throw new IllegalStateException("taken already: " + taken.claims());
          };
        });
  }

  /** A view of one subject. */
  public static View view(Subject subject) {
    return View.EMPTY.with(subject);
  }
}
