package com.cargobond.local.lambda;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Kills a process at its work, now and then, until it is closed. */
public final class ProcessKiller implements AutoCloseable {

  private static final int PAUSE_MILLIS_MAX = 400;

  /** Of so many kills one hits the others than the first: what is always killed gets nowhere. */
  private static final int OTHERS_ONE_IN = 50;

  private final List<FunctionProcesses> victims;
  private final SplittableRandom random;
  private final AtomicInteger kills = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  /**
   * Begins at once.
   *
   * @param victims most of the kills hit the first of them
   */
  public ProcessKiller(List<FunctionProcesses> victims, long seed) {
    this.victims = victims;
    this.random = new SplittableRandom(seed);
    this.thread = Thread.ofVirtual().start(this::run);
  }

  /** How many processes were killed so far. */
  public int kills() {
    return kills.get();
  }

  private void run() {
    try {
      while (!closing.await(random.nextInt(PAUSE_MILLIS_MAX), TimeUnit.MILLISECONDS)) {
        int victim = random.nextInt(OTHERS_ONE_IN) == 0 ? random.nextInt(1, victims.size()) : 0;
        if (victims.get(victim).killOneAtWork()) {
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
