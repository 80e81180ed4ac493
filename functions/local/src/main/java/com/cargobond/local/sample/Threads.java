package com.cargobond.local.sample;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same for many things, a few at a time. */
public final class Threads {

  /** Enough to keep the system busy; more would only queue up. */
  private static final int AT_ONCE = 4;

  private Threads() {}

  /** The results in the order of the things. */
  public static <T, R> List<R> map(Collection<T> things, Function<T, R> action) {
    try (ExecutorService threads =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      List<Future<R>> futures = new ArrayList<>();
      things.forEach(thing -> futures.add(threads.submit(() -> action.apply(thing))));
      List<R> results = new ArrayList<>();
      for (Future<R> future : futures) {
        results.add(get(future));
      }
      return results;
    }
  }

  private static <R> R get(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SampleFailure("interrupted");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof SampleFailure failure) {
        throw failure;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }
}
