package com.cargobond.store;

import java.util.Optional;
import java.util.function.Supplier;

/** Reads and decides again while others write in between, with pauses that grow. */
final class Attempts {

  private final Backoff backoff;
  private final int max;

  Attempts(Backoff backoff) {
    this(backoff, EventLedger.ATTEMPTS_MAX);
  }

  Attempts(Backoff backoff, int max) {
    this.backoff = backoff;
    this.max = max;
  }

  /**
   * Tries until something comes of it.
   *
   * @param attempt empty if somebody else wrote in between
   * @throws BusyLedger if others write without end
   */
  <T> T until(Supplier<Optional<T>> attempt) {
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
