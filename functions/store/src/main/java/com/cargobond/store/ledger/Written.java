package com.cargobond.store.ledger;

import java.util.Set;

/**
 * What became of a transaction: all of it is written, or nothing.
 *
 * @param failed the places of the writes whose condition did not hold
 * @param isConflicted whether another transaction was writing one of the items
 */
public record Written(Set<Integer> failed, boolean isConflicted) {

  /** All of it. */
  public static final Written ALL = new Written(Set.of(), false);

  /** Copies the set. */
  public Written {
    failed = Set.copyOf(failed);
  }
}
