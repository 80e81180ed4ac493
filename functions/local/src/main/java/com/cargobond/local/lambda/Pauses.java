package com.cargobond.local.lambda;

import java.time.Duration;

/** Waiting, for threads that stop when they are interrupted. */
final class Pauses {

  private Pauses() {}

  static void second() {
    millis(1_000);
  }

  static void millis(long millis) {
    try {
      Thread.sleep(Duration.ofMillis(millis));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
