package com.cargobond.store.ledger;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.audit.TrailEntry;
import com.cargobond.store.deployment.LedgerTable;
import java.time.Instant;

/** The entries of trails as items. */
public final class TrailItems {

  private static final int NUMBER_DIGITS = 12;

  private TrailItems() {}

  static ItemWrite put(TrailEntry entry, String hash) {
    return new ItemWrite.Put(
        new ItemKey(
            LedgerTable.AUDIT, entry.subject(), ItemKey.padded(entry.number(), NUMBER_DIGITS)),
        Item.begin()
            .with("actor", entry.cause().actor())
            .with("decision", entry.cause().decision())
            .with("messageIds", entry.cause().messageIds())
            .with("at", entry.cause().at().toString())
            .with("before", entry.before())
            .with("after", entry.after())
            .with("previousHash", entry.previousHash())
            .with("hash", hash)
            .toMap(),
        Condition.ABSENT);
  }

  /** The entry that an item describes. */
  public static TrailEntry entry(Item item) {
    return new TrailEntry(
        item.text(LedgerTable.PARTITION_KEY),
        Long.parseLong(item.text(LedgerTable.SORT_KEY)),
        new Cause(
            item.text("actor"),
            item.text("decision"),
            item.texts("messageIds"),
            Instant.parse(item.text("at"))),
        item.text("before"),
        item.text("after"),
        item.text("previousHash"));
  }

  /** The hash as it was written with the entry. */
  public static String hash(Item item) {
    return item.text("hash");
  }
}
