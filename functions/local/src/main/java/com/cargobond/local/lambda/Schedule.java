package com.cargobond.local.lambda;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Invokes a function again and again, as EventBridge Scheduler does; a failure is logged. */
public final class Schedule implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Schedule.class);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("schedule").factory());

  private Schedule() {}

  /** Begins after one interval; a run that takes longer delays the next. */
  public static Schedule every(Duration interval, Runnable function) {
    Schedule schedule = new Schedule();
    schedule.thread.scheduleWithFixedDelay(
        () -> run(function), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    return schedule;
  }

  private static void run(Runnable function) {
    try {
      function.run();
    } catch (RuntimeException failure) {
      LOG.warn("a scheduled function failed", failure);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
