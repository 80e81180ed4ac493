package com.cargobond.store.ledger;

import com.cargobond.store.deployment.LedgerTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a ledger is kept in: items in tables, written in transactions. Reads are consistent: they
 * see every transaction that was committed before; what reads several items may see one side of a
 * transaction that is committed meanwhile.
 */
public interface Items {

  /** One item. */
  Optional<Item> get(ItemKey key);

  /** Several items of any tables, those that are there. */
  Map<ItemKey, Item> get(Set<ItemKey> keys);

  /** The items of a range, read as far as they are asked for. */
  Stream<Item> range(Range range);

  /**
   * A page of a whole table without sort keys, in a stable order.
   *
   * @param after the partition key that the page before ended with
   */
  Page<Item> scan(LedgerTable table, int limit, Optional<String> after);

  /**
   * The items of a partition by their age, read as far as they are asked for. It may lag: it may
   * miss what was committed a moment ago, and show what was deleted then.
   *
   * @param from the earliest time, as it is written
   */
  Stream<Item> byAge(LedgerTable table, String partition, String from);

  /**
   * Sets one attribute of an item that is there, unless a transaction writes it this moment. It
   * conflicts with nothing that others write.
   */
  void mark(ItemKey key, String attribute, String value);

  /** Writes all or nothing, each item at most once. */
  Written write(List<ItemWrite> writes);
}
