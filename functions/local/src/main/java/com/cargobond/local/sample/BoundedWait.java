package com.cargobond.local.sample;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits, never without end. */
public final class BoundedWait {

  private static final long POLL_MILLIS = 50;

  private BoundedWait() {}

  public static void millis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SampleFailure("interrupted");
    }
  }

  /** Whether the condition became true in time. */
  public static boolean until(BooleanSupplier condition, Duration most) {
    long deadlineNanos = System.nanoTime() + most.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadlineNanos > 0) {
        return false;
      }
      millis(POLL_MILLIS);
    }
    return true;
  }
}
