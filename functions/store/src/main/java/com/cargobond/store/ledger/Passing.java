package com.cargobond.store.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;

/** How deadlines of one kind of subject are seen to. */
public interface Passing {

  /**
   * Sees to a deadline that has come.
   *
   * @param today the day in China; on or after the deadline
   * @return whether the deadline is gone or moved
   */
  boolean pass(Deadline deadline, LocalDate today, Instant now);

  /** Makes one for a ledger. */
  interface Maker {

    /**
     * For a ledger.
     *
     * @param actor who looks at the clock, for the audit trail
     */
    Passing on(Ledger ledger, String actor, Backoff backoff, InstantSource clock);
  }
}
