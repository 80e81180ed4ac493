package com.cargobond.store.ledger;

import com.cargobond.store.deployment.LedgerTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lets others write before one call of what a ledger is kept in, whatever the call is, or while
 * that call reads the entries of a subject, which is one item after the other.
 */
final class Interruption {

  private final Ledger inner;
  private final int call;
  private final int itemsReadBefore;
  private final Runnable writer;
  private int calls;
  private int itemsRead;

  /**
   * Others write once.
   *
   * @param call before which, from 0
   * @param itemsReadBefore how many items it has read by then, if it reads a subject that is cut
   */
  Interruption(Ledger inner, int call, int itemsReadBefore, Runnable writer) {
    this.inner = inner;
    this.call = call;
    this.itemsReadBefore = itemsReadBefore;
    this.writer = writer;
  }

  /** The ledger that is interrupted. */
  Ledger ledger() {
    return new Ledger(new Interrupted(), inner.stored());
  }

  /** Whether there was such a call. */
  boolean happened() {
    return calls > call;
  }

  /** How many slices the interrupted call read. */
  int slicesRead() {
    return itemsRead;
  }

  private final class Interrupted implements Items {

    private final Items items = inner.items();

    private boolean isNow() {
      return calls++ == call;
    }

    private void interrupt() {
      if (isNow()) {
        writer.run();
      }
    }

    @Override
    public Optional<Item> get(ItemKey key) {
      interrupt();
      return items.get(key);
    }

    @Override
    public Map<ItemKey, Item> get(Set<ItemKey> keys) {
      interrupt();
      return items.get(keys);
    }

    /** The terms are read last. */
    @Override
    public Stream<Item> range(Range range) {
      if (!isNow()) {
        return items.range(range);
      }
      if (range.upTo().isEmpty()) {
        writer.run();
        return items.range(range);
      }
      List<Item> before = items.range(range).toList();
      writer.run();
      List<Item> after = items.range(range).toList();
      itemsRead = Math.max(0, before.size() - 1);
      List<Item> mixed = new ArrayList<>();
      mixed.addAll(before.subList(0, Math.min(itemsReadBefore, before.size())));
      mixed.addAll(after.subList(Math.min(itemsReadBefore, after.size()), after.size()));
      return mixed.stream();
    }

    @Override
    public Page<Item> scan(LedgerTable table, int limit, Optional<String> after) {
      interrupt();
      return items.scan(table, limit, after);
    }

    @Override
    public Stream<Item> byAge(LedgerTable table, String partition, String from) {
      interrupt();
      return items.byAge(table, partition, from);
    }

    @Override
    public void mark(ItemKey key, String attribute, String value) {
      interrupt();
      items.mark(key, attribute, value);
    }

    @Override
    public Written write(List<ItemWrite> writes) {
      interrupt();
      return items.write(writes);
    }
  }
}
