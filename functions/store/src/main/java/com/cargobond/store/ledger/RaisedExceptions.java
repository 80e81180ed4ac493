package com.cargobond.store.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How matters that came up are written: those of one subject and code are one entry, on condition
 * that it still stands as it was read, and what was set aside with each is kept beside it.
 */
final class RaisedExceptions {

  private final Ledger ledger;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  RaisedExceptions(Ledger ledger) {
    this.ledger = ledger;
  }

  void add(OpenException matter) {
    Entry entry = entries.computeIfAbsent(matter.id(), id -> new Entry(ledger.openException(id)));
    if (!isKnown(matter, entry)) {
      entry.count(matter);
    }
  }

  /** What is known, or counted enough, is neither counted nor kept again. */
  private boolean isKnown(OpenException matter, Entry entry) {
    if (entry.now.isEmpty()) {
      return false;
    }
    OpenException standing = entry.now.get();
    if (matter.content().isEmpty()) {
      return standing.count() >= OpenException.COUNT_MAX
          || standing.matterId().equals(matter.matterId());
    }
    return entry.kept.stream().anyMatch(aside -> aside.id().equals(matter.matterId()))
        || entry.read.flatMap(read -> ledger.setAside(read, matter.matterId())).isPresent();
  }

  List<ItemWrite> writes() {
    return entries.values().stream().flatMap(entry -> entry.writes().stream()).toList();
  }

  private static final class Entry {
    private final Optional<OpenException> read;
    private final List<SetAside> kept = new ArrayList<>();
    private Optional<OpenException> now;

    Entry(Optional<OpenException> read) {
      this.read = read;
      this.now = read;
    }

    void count(OpenException matter) {
      now =
          Optional.of(
              now.map(
                      standing ->
                          standing
                              .counting(standing.count() + 1)
                              .standing(standing.since(), matter.since()))
                  .orElseGet(matter::withoutContent));
      if (matter.content().isPresent()) {
        kept.add(SetAside.of(matter));
      }
    }

    List<ItemWrite> writes() {
      List<ItemWrite> writes = new ArrayList<>();
      now.filter(entry -> !now.equals(read))
          .ifPresent(
              entry -> {
                writes.add(ExceptionItems.put(entry, read));
                kept.forEach(aside -> writes.add(SetAsideItems.put(entry, aside)));
              });
      return writes;
    }
  }
}
