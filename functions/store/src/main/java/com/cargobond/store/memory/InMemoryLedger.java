package com.cargobond.store.memory;

import com.cargobond.domain.audit.TrailEntry;
import com.cargobond.domain.ledger.Notice;
import com.cargobond.store.capability.StoredCapabilities;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.ledger.CommitResult;
import com.cargobond.store.ledger.CommitResult.Committed;
import com.cargobond.store.ledger.Ledger;
import com.cargobond.store.ledger.LedgerChange;
import com.cargobond.store.ledger.Resend;
import com.cargobond.store.ledger.SettledException;
import com.cargobond.store.ledger.StoredCapabilityList;
import com.cargobond.store.ledger.TrailItems;
import java.util.ArrayList;
import java.util.List;

/** The ledger in memory: for tests that try many sequences quickly. */
public final class InMemoryLedger extends Ledger {

  private final MemoryItems memory;
  private final List<Notice> notices = new ArrayList<>();
  private final List<SettledException> settled = new ArrayList<>();

  /** An empty ledger of all capabilities. */
  public InMemoryLedger() {
    this(StoredCapabilities.ALL);
  }

  /** An empty ledger of these capabilities. */
  public InMemoryLedger(StoredCapabilityList stored) {
    this(new MemoryItems(), stored);
  }

  private InMemoryLedger(MemoryItems memory, StoredCapabilityList stored) {
    super(memory, stored);
    this.memory = memory;
  }

  @Override
  public synchronized CommitResult commit(LedgerChange change) {
    CommitResult result = super.commit(change);
    if (result instanceof Committed) {
      notices.addAll(change.notices());
      change.settled().ifPresent(settled::add);
    }
    return result;
  }

  /** Every decision so far, trail by trail. */
  public List<TrailEntry> trail() {
    return memory.all(LedgerTable.AUDIT).stream().map(TrailItems::entry).toList();
  }

  /** Everything that was sent again so far. */
  public synchronized List<Resend> resends() {
    return settled.stream()
        .flatMap(one -> one.sent().stream())
        .map(SettledException.Sent::resend)
        .toList();
  }

  /** Everything that a person has seen to. */
  public synchronized List<SettledException> settled() {
    return List.copyOf(settled);
  }

  /** Everything that others were told so far. */
  public synchronized List<Notice> notices() {
    return List.copyOf(notices);
  }
}
