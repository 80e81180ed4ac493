package com.cargobond.local.system;

import com.cargobond.local.lambda.FunctionProcesses;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Kills a process at its work, now and then, until it is closed. */
final class Killer implements AutoCloseable {

  private static final int PAUSE_MILLIS_MAX = 400;

  private final List<FunctionProcesses> victims;
  private final SplittableRandom random;
  private final AtomicInteger kills = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  Killer(List<FunctionProcesses> victims, long seed) {
    this.victims = victims;
    this.random = new SplittableRandom(seed);
    this.thread = Thread.ofVirtual().start(this::run);
  }

  int kills() {
    return kills.get();
  }

  private void run() {
    try {
      while (!closing.await(random.nextInt(PAUSE_MILLIS_MAX), TimeUnit.MILLISECONDS)) {
        if (victims.get(random.nextInt(victims.size())).killOneAtWork()) {
          kills.incrementAndGet();
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
