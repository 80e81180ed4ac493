package com.cargobond.store.memory;

import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.ledger.Item;
import com.cargobond.store.ledger.ItemKey;
import com.cargobond.store.ledger.ItemWrite;
import com.cargobond.store.ledger.Items;
import com.cargobond.store.ledger.Page;
import com.cargobond.store.ledger.Range;
import com.cargobond.store.ledger.Written;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Items in memory, under the same conditions as on DynamoDB. */
public final class MemoryItems implements Items {

  /** Partitions by their keys; only a scan asks for the order of these. */
  private final Map<LedgerTable, Map<String, NavigableMap<String, Item>>> tables =
      new EnumMap<>(LedgerTable.class);

  @Override
  public synchronized Optional<Item> get(ItemKey key) {
    return Optional.ofNullable(partition(key.table(), key.partition()).get(key.sort()));
  }

  @Override
  public synchronized Map<ItemKey, Item> get(Set<ItemKey> keys) {
    Map<ItemKey, Item> found = new HashMap<>();
    keys.forEach(key -> get(key).ifPresent(item -> found.put(key, item)));
    return found;
  }

  @Override
  public synchronized Stream<Item> range(Range range) {
    NavigableMap<String, Item> all = partition(range.table(), range.partition());
    NavigableMap<String, Item> behind = all.tailMap(range.after(), false);
    SortedMap<String, Item> found =
        range
            .upTo()
            .<SortedMap<String, Item>>map(last -> behind.headMap(last, true))
            .orElse(behind);
    return List.copyOf(found.values()).stream();
  }

  @Override
  public synchronized Page<Item> scan(LedgerTable table, int limit, Optional<String> after) {
    NavigableMap<String, NavigableMap<String, Item>> all = new TreeMap<>(table(table));
    List<Item> found =
        after.map(last -> all.tailMap(last, false)).orElse(all).values().stream()
            .flatMap(partition -> partition.values().stream())
            .limit(limit + 1L)
            .toList();
    List<Item> shown = found.subList(0, Math.min(limit, found.size()));
    return new Page<>(
        shown,
        found.size() > limit
            ? Optional.of(shown.getLast().text(LedgerTable.PARTITION_KEY))
            : Optional.empty());
  }

  @Override
  public synchronized Stream<Item> byAge(LedgerTable table, String partition, String from) {
    String age = table.ageKey().orElseThrow();
    return List.copyOf(partition(table, partition).values()).stream()
        .filter(item -> item.text(age).compareTo(from) >= 0)
        .sorted(java.util.Comparator.comparing(item -> item.text(age)));
  }

  /** Everything in a table, in the order of its keys. */
  public synchronized List<Item> all(LedgerTable table) {
    return new TreeMap<>(table(table))
        .values().stream().flatMap(partition -> partition.values().stream()).toList();
  }

  @Override
  public synchronized void mark(ItemKey key, String attribute, String value) {
    Map<String, Object> attributes = new HashMap<>(get(key).map(Item::attributes).orElse(Map.of()));
    attributes.put(attribute, value);
    put(key, attributes);
  }

  @Override
  public synchronized Written write(List<ItemWrite> writes) {
    requireEachOnce(writes);
    Set<Integer> failed = new HashSet<>();
    for (int i = 0; i < writes.size(); i++) {
      if (!writes.get(i).condition().holds(get(writes.get(i).key()))) {
        failed.add(i);
      }
    }
    if (failed.isEmpty()) {
      writes.forEach(this::write);
    }
    return new Written(failed, false);
  }

  private static void requireEachOnce(List<ItemWrite> writes) {
    Set<ItemKey> keys = new HashSet<>();
    for (ItemWrite write : writes) {
      if (!keys.add(write.key())) {
        throw new IllegalArgumentException(
            "one transaction cannot write an item twice: " + write.key());
      }
    }
  }

  private void write(ItemWrite write) {
    switch (write) {
      case ItemWrite.Put put -> put(put.key(), put.attributes());
      case ItemWrite.Delete delete -> delete(delete.key());
    }
  }

  private void delete(ItemKey key) {
    NavigableMap<String, Item> partition = table(key.table()).get(key.partition());
    if (partition != null) {
      partition.remove(key.sort());
    }
  }

  private void put(ItemKey key, Map<String, Object> attributes) {
    Map<String, Object> whole = new HashMap<>(attributes);
    whole.put(LedgerTable.PARTITION_KEY, key.partition());
    if (key.table().sortKey().isPresent()) {
      whole.put(LedgerTable.SORT_KEY, key.sort());
    }
    table(key.table())
        .computeIfAbsent(key.partition(), partition -> new TreeMap<>())
        .put(key.sort(), new Item(whole));
  }

  private Map<String, NavigableMap<String, Item>> table(LedgerTable table) {
    return tables.computeIfAbsent(table, name -> new HashMap<>());
  }

  private NavigableMap<String, Item> partition(LedgerTable table, String partition) {
    NavigableMap<String, Item> found = table(table).get(partition);
    return found == null ? Collections.emptyNavigableMap() : found;
  }
}
