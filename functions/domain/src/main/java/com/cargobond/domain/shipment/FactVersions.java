package com.cargobond.domain.shipment;

import com.cargobond.domain.event.Fact;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What was told under one identifier, in the order of business time. Told twice with one content is
 * one thing; two contents contradict each other until the sender has told the latest once more. Of
 * two of one moment none is the latest.
 *
 * @param words at least one
 */
record FactVersions<F extends Fact>(List<KnownFact<F>> words) {

  FactVersions {
    words =
        words.size() == 1
            ? List.of(words.getFirst())
            : words.stream().sorted(KnownFact.byBusinessTime()).toList();
  }

  /** The latest word. */
  KnownFact<F> latest() {
    return words.getLast();
  }

  /** When the content of the latest word was told first. */
  Instant since() {
    return words.stream()
        .filter(word -> word.fact().equals(latest().fact()))
        .map(KnownFact::time)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** Whether two contents were told, and the latest was not told once more. */
  boolean isContradicted() {
    return isContradictedIn(Function.identity());
  }

  /** The same of one part of the content: a word that agrees in it is a correction of the rest. */
  boolean isContradictedIn(Function<F, ?> part) {
    if (words.size() == 1) {
      return false;
    }
    Object latest = part.apply(latest().fact());
    long same = words.stream().filter(word -> part.apply(word.fact()).equals(latest)).count();
    boolean isOneOfSeveral =
        words.stream()
            .filter(word -> word.time().equals(latest().time()))
            .anyMatch(word -> !part.apply(word.fact()).equals(latest));
    return isOneOfSeveral || same == 1 && words.size() > 1;
  }
}
