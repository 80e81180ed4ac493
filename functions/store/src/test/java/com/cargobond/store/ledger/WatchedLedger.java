package com.cargobond.store.ledger;

import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.ledger.Alias;
import com.cargobond.domain.ledger.Kind;
import com.cargobond.domain.ledger.Ref;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.ledger.CommitResult.Committed;
import com.cargobond.store.ledger.CommitResult.Conflicted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A ledger that counts what is asked of it, and lets others write, or fails, at a chosen moment.
 */
final class WatchedLedger extends Ledger {

  final Ledger inner;
  final List<LedgerChange> commits = new ArrayList<>();
  final List<Instant> announcements = new ArrayList<>();
  int guaranteesRead;
  int shipmentsRead;
  boolean conflictAlways;
  private int commitsUntilFailure = Integer.MAX_VALUE;
  private Runnable beforeNextCommit = () -> {};
  private Runnable beforeEveryCommit = () -> {};

  WatchedLedger(Ledger inner) {
    super(inner.items(), inner.stored());
    this.inner = inner;
  }

  void failAfter(int commits) {
    commitsUntilFailure = commits;
  }

  void beforeNextCommit(Runnable interruption) {
    beforeNextCommit = interruption;
  }

  void beforeEveryCommit(Runnable interruption) {
    beforeEveryCommit = interruption;
  }

  @Override
  public Found find(Set<Ref> subjects, Set<Alias> aliases) {
    guaranteesRead += ofKind(Guarantee.KIND, subjects);
    shipmentsRead += Math.min(1, ofKind(Shipment.KIND, subjects));
    return super.find(subjects, aliases);
  }

  private static int ofKind(Kind<?> kind, Set<Ref> subjects) {
    return (int) subjects.stream().filter(ref -> ref.kind().equals(kind.name())).count();
  }

  @Override
  public void announce(ItemKey entry, Instant until) {
    announcements.add(until);
    super.announce(entry, until);
  }

  @Override
  public CommitResult commit(LedgerChange change) {
    Runnable interruption = beforeNextCommit;
    beforeNextCommit = () -> {};
    interruption.run();
    beforeEveryCommit.run();
    if (conflictAlways) {
      return new Conflicted();
    }
    if (commitsUntilFailure-- <= 0) {
      throw new IllegalStateException("the ledger cannot be reached");
    }
    CommitResult result = inner.commit(change);
    if (result instanceof Committed) {
      commits.add(change);
    }
    return result;
  }
}
