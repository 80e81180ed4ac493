package com.cargobond.infra;

import com.cargobond.store.EventFunction;

import java.util.Optional;

/**
 * How many calls at once are kept free for a function, which are also the most that it gets. What
 * Lambda polls for is bounded by its feed instead: a throttled function uses up its messages'
 * deliveries.
 */
final class Concurrency {

  /** Answers no call: that of a site which is not to write, or to tell what it does not know. */
  private static final int FENCED = 0;

  private static final int API_CALLS_PER_POSITION = 10;

  private Concurrency() {}

  static Optional<Integer> reserved(Site site, String function) {
    if (!isCalled(function)) {
      return Optional.empty();
    }
    return site.isActive()
        ? site.settings().reservedCalls().map(calls -> share(function, calls))
        : Optional.of(FENCED);
  }

  private static boolean isCalled(String function) {
    return function.equals(FunctionStack.API)
        || function.equals(EventFunction.POSITION.functionName())
        || function.equals(EventFunction.SWEEP.functionName());
  }

  private static int share(String function, int calls) {
    if (function.equals(FunctionStack.API)) {
      return calls;
    }
    return function.equals(EventFunction.POSITION.functionName())
        ? Math.max(1, calls / API_CALLS_PER_POSITION)
        : 1;
  }
}
