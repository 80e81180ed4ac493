package com.cargobond.store.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock on which time passes only while somebody waits. */
final class AStandingClock implements InstantSource {

  static final Duration PAUSE = Duration.ofMillis(100);

  private Instant now = AChange.AT;
  private int pauses;

  @Override
  public Instant instant() {
    return now;
  }

  int pauses() {
    return pauses;
  }

  Backoff backoff() {
    return new Backoff() {
      @Override
      public void pause(int attempt) {
        pauses++;
        now = now.plus(PAUSE);
      }
    };
  }
}
