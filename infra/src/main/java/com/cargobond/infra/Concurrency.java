package com.cargobond.infra;

import com.cargobond.store.deployment.ApiFunction;
import com.cargobond.store.deployment.EventFunction;
import java.util.Optional;

/**
 * How many calls at once are kept free for a function, which are also the most that it gets. What
 * Lambda polls for is bounded by its feed instead: a throttled function uses up its messages'
 * deliveries.
 */
final class Concurrency {

  /** Answers no call: that of a site which is not to write, or to tell what it does not know. */
  private static final int FENCED = 0;

  private static final int API_CALLS_PER_OTHER = 10;

  private Concurrency() {}

  static Optional<Integer> reserved(Site site, String function) {
    Optional<EventFunction> event = EventFunction.named(function);
    boolean answers =
        function.equals(ApiFunction.NAME)
            || event.filter(EventFunction::answersCallers).isPresent();
    boolean runsByClock = event.flatMap(EventFunction::interval).isPresent();
    if (!answers && !runsByClock) {
      return Optional.empty();
    }
    if (!site.isActive()) {
      return Optional.of(FENCED);
    }
    return site.settings()
        .reservedCalls()
        .map(
            calls -> {
              if (runsByClock) {
                return 1;
              }
              return event.isPresent() ? Math.max(1, calls / API_CALLS_PER_OTHER) : calls;
            });
  }
}
