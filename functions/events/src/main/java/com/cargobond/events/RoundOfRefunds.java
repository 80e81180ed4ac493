package com.cargobond.events;

import com.cargobond.domain.deposit.RefundId;
import com.cargobond.store.Ledger;
import com.cargobond.store.Page;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;

/**
 * The open refunds, each once: from a place among their ids to the last, and from the first to that
 * place. Whoever begins elsewhere each time leaves none out for ever.
 */
final class RoundOfRefunds implements Iterator<RefundId> {

  private final Ledger ledger;
  private final RefundId start;
  private final Queue<RefundId> page = new ArrayDeque<>();
  private Optional<String> after;
  private boolean isPastTheLast;
  private boolean isReadToTheEnd;

  RoundOfRefunds(Ledger ledger, RefundId start) {
    this.ledger = ledger;
    this.start = start;
    this.after = Optional.of(start.value());
  }

  @Override
  public boolean hasNext() {
    while (page.isEmpty() && !isReadToTheEnd) {
      read();
    }
    return !page.isEmpty();
  }

  @Override
  public RefundId next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.remove();
  }

  private void read() {
    Page<RefundId> read = ledger.openRefunds(Ledger.PAGE_SIZE_MAX, after);
    after = read.after();
    if (!isPastTheLast) {
      page.addAll(read.items());
      isPastTheLast = after.isEmpty();
      return;
    }
    read.items().stream().filter(this::isUpToTheStart).forEach(page::add);
    isReadToTheEnd = after.isEmpty() || page.size() < read.items().size();
  }

  private boolean isUpToTheStart(RefundId refund) {
    return refund.value().compareTo(start.value()) <= 0;
  }
}
