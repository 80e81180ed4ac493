package com.cargobond.store.ledger;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Waits between attempts, a random time that grows, so that rivals do not meet again. */
public class Backoff {

  private static final long BASE_NANOS = 2_000_000;
  private static final long NANOS_MAX = 200_000_000;

  /** Waits before an attempt, counted from 1. */
  public void pause(int attempt) {
    long bound = Math.min(NANOS_MAX, BASE_NANOS << Math.min(attempt, 20));
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(bound));
  }
}
