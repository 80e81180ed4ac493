package com.cargobond.local.lambda;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Virtual threads that repeat a step until they are closed, between two steps. */
final class Workers implements AutoCloseable {

  /** After a step that could not reach its service. */
  private static final Duration PAUSE_AFTER_ERROR = Duration.ofSeconds(1);

  /** Bounds closing: more than the longest batch in hand takes. */
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(30);

  private static final Logger LOG = Logger.getLogger(Workers.class);

  private final CountDownLatch closing = new CountDownLatch(1);
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  /** Repeats the step; an exception is logged and followed by a pause. */
  void repeat(String name, Runnable step) {
    start(
        name,
        () -> {
          while (!isClosing()) {
            attempt(name, step);
          }
        });
  }

  /** Runs the task, which must look at {@link #isClosing()}. */
  void start(String name, Runnable task) {
    threads.add(Thread.ofVirtual().name(name).start(task));
  }

  boolean isClosing() {
    return closing.getCount() == 0;
  }

  /** Waits, but no longer than until the workers close. */
  void pause(Duration duration) {
    try {
      closing.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing.countDown();
    }
  }

  /** Runs the step; answers whether it ended without an exception, and pauses otherwise. */
  boolean attempt(String name, Runnable step) {
    try {
      step.run();
      return true;
    } catch (RuntimeException e) {
      if (!isClosing()) {
        LOG.warnf(e, "Could not %s; will try again", name);
        pause(PAUSE_AFTER_ERROR);
      }
      return false;
    }
  }

  @Override
  public void close() {
    closing.countDown();
    long deadline = System.nanoTime() + CLOSE_WITHIN.toNanos();
    try {
      for (Thread thread : threads) {
        if (!thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))) {
          thread.interrupt();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
