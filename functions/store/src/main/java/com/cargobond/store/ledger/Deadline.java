package com.cargobond.store.ledger;

import com.cargobond.domain.ledger.Ref;
import com.cargobond.store.deployment.LedgerTable;
import java.time.LocalDate;

/** A day on which the passing of time matters for a subject. */
public record Deadline(LocalDate day, Ref subject) {

  /** Spread, since most shipments have one for a while. */
  static final int PARTITIONS = 16;

  private static final String SEPARATOR = "#";

  /** Reads what {@link #toString()} wrote. */
  public static Deadline parse(String text) {
    String[] parts = text.split(SEPARATOR, 3);
    return new Deadline(LocalDate.parse(parts[0]), new Ref(parts[1], parts[2]));
  }

  /** The same matter on another day. */
  public Deadline on(LocalDate another) {
    return new Deadline(another, subject);
  }

  Listing listing() {
    return Listing.of(new ItemKey(LedgerTable.GUARANTEES, partitionKey(partition()), toString()));
  }

  int partition() {
    return Math.floorMod(subject.id().hashCode(), PARTITIONS);
  }

  static String partitionKey(int partition) {
    return "DEADLINES#" + partition;
  }

  /** Sorts by day. */
  @Override
  public String toString() {
    return day + SEPARATOR + subject;
  }
}
