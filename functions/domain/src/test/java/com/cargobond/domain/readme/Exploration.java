package com.cargobond.domain.readme;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What changes of a status are seen where everything that may happen does, in every order. */
final class Exploration {

  private final Set<Transition> seen = new TreeSet<>();
  private final Set<String> starts = new TreeSet<>();

  /**
   * Lets everything happen to a thing and to all that becomes of it.
   *
   * @param happenings what may happen; what cannot happen now gives the same thing back
   * @param status where it stands
   * @param alike what two things have in common of which only one is looked into; bounds the search
   */
  <T> Exploration of(
      T start,
      List<UnaryOperator<T>> happenings,
      Function<T, Enum<?>> status,
      Function<T, Object> alike) {
    starts.add(status.apply(start).name());
    Set<Object> known = new HashSet<>(Set.of(alike.apply(start)));
    Queue<T> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      T before = open.remove();
      Enum<?> earlier = status.apply(before);
      for (UnaryOperator<T> happening : happenings) {
        T after = happening.apply(before);
        Enum<?> later = status.apply(after);
        if (later != earlier) {
          seen.add(new Transition(earlier.name(), later.name()));
        }
        if (known.add(alike.apply(after))) {
          open.add(after);
        }
      }
    }
    return this;
  }

  /** The changes that were seen. */
  Set<Transition> seen() {
    return seen;
  }

  /** Where it began. */
  Set<String> starts() {
    return starts;
  }
}
