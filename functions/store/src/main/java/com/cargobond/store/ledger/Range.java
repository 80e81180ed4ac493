package com.cargobond.store.ledger;

import com.cargobond.store.deployment.LedgerTable;
import java.util.Optional;

/**
 * Items of one partition in the order of their sort keys.
 *
 * @param after where they begin: behind this sort key; a blank comes before all
 * @param upTo the last sort key, if there is a last one
 * @param atOnce how many are read in one call; 0 for as many as there are
 */
public record Range(
    LedgerTable table, String partition, String after, Optional<String> upTo, int atOnce) {

  /** Comes before every sort key. */
  public static final String BEGINNING = " ";

  /** A whole partition. */
  public static Range of(LedgerTable table, String partition) {
    return new Range(table, partition, BEGINNING, Optional.empty(), 0);
  }

  /** The same from behind a sort key on. */
  public Range behind(Optional<String> sort) {
    return new Range(table, partition, sort.orElse(after), upTo, atOnce);
  }

  /** The same up to a sort key. */
  public Range to(String sort) {
    return new Range(table, partition, after, Optional.of(sort), atOnce);
  }

  /** The same, so many in one call. */
  public Range by(int items) {
    return new Range(table, partition, after, upTo, items);
  }
}
