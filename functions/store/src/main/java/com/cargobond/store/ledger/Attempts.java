package com.cargobond.store.ledger;

import java.util.Optional;
import java.util.function.Supplier;

/** Reads and decides again while others write in between, with pauses that grow. */
public final class Attempts {

  /** Bounds the reading and deciding again; what asks for it is then left for later. */
  public static final int MAX = 12;

  private final Backoff backoff;
  private final int max;

  /** As many as the ledger allows. */
  public Attempts(Backoff backoff) {
    this(backoff, MAX);
  }

  /** As many as are given. */
  public Attempts(Backoff backoff, int max) {
    this.backoff = backoff;
    this.max = max;
  }

  /**
   * Tries until something comes of it.
   *
   * @param attempt empty if somebody else wrote in between
   * @throws BusyLedger if others write without end
   */
  public <T> T until(Supplier<Optional<T>> attempt) {
    for (int i = 1; i <= max; i++) {
      Optional<T> done = attempt.get();
      if (done.isPresent()) {
        return done.get();
      }
      backoff.pause(i);
    }
    throw new BusyLedger();
  }
}
