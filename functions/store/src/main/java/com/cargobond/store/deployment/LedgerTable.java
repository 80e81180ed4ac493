package com.cargobond.store.deployment;

import java.util.Optional;

/** The ledger's tables: the one list of their names, keys and features. */
public enum LedgerTable {
  /** Terms, slices, demands, holds and claimed identifiers. */
  GUARANTEES("guarantees", Optional.of(LedgerTable.SORT_KEY), false, false),
  SHIPMENTS("shipments", Optional.empty(), false, false),
  DEPOSITS("deposits", Optional.empty(), false, false),
  /** Subjects of all kinds that have no table of their own, each named by its kind and id. */
  SUBJECTS("subjects", Optional.empty(), false, false),
  /** Which shipment an event's source and id belong to. */
  RECEIPTS("receipts", Optional.empty(), false, true),
  /** What must leave the system; it leaves by the table's stream. */
  OUTBOX("outbox", Optional.empty(), true, true),
  /** The trail of decisions on each guarantee and deposit; nothing in it is ever changed. */
  AUDIT("audit", Optional.of(LedgerTable.SORT_KEY), false, false),
  /** What needs a person, and what a person has seen to. */
  EXCEPTIONS("exceptions", Optional.of(LedgerTable.SORT_KEY), false, false);

  /** The index that sorts a partition of {@link #EXCEPTIONS} by {@link #ageKey}. */
  public static final String BY_AGE = "by-age";

  /** What {@link #BY_AGE} sorts by. */
  public static final String SINCE = "since";

  /** The partition key of every table. */
  public static final String PARTITION_KEY = "pk";

  /** The sort key of the tables that have one. */
  public static final String SORT_KEY = "sk";

  /** The attribute after which an item may be deleted, in seconds of the epoch. */
  public static final String EXPIRY = "expiresAt";

  private final String baseName;
  private final Optional<String> sortKey;
  private final boolean streamed;
  private final boolean expiring;

  LedgerTable(String baseName, Optional<String> sortKey, boolean streamed, boolean expiring) {
    this.baseName = baseName;
    this.sortKey = sortKey;
    this.streamed = streamed;
    this.expiring = expiring;
  }

  /** The table's name in every deployment. */
  public String baseName() {
    return baseName;
  }

  /** The table's name in a deployment, such as {@code dev-guarantees}. */
  public String name(String prefix) {
    return prefix + baseName;
  }

  /** The sort key, where the table has one. */
  public Optional<String> sortKey() {
    return sortKey;
  }

  /** What the index {@link #BY_AGE} sorts a partition by, where the table has that. */
  public Optional<String> ageKey() {
    return this == EXCEPTIONS ? Optional.of(SINCE) : Optional.empty();
  }

  /** Whether new items are streamed. */
  public boolean streamed() {
    return streamed;
  }

  /** Whether items have a time to live in {@link #EXPIRY}. */
  public boolean expiring() {
    return expiring;
  }
}
