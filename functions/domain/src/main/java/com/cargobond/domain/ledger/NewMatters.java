package com.cargobond.domain.ledger;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a person is told because a subject changed: of each code one matter, however many came up at
 * once, so that a change stays within one transaction; the list of exceptions counts them all.
 */
final class NewMatters {

  private NewMatters() {}

  /** The first of each code that was not there before. */
  static <M> Collection<M> of(List<M> before, List<M> after, Function<M, ?> code) {
    Map<Object, M> firstByCode = new LinkedHashMap<>();
    after.stream()
        .filter(matter -> !before.contains(matter))
        .forEach(matter -> firstByCode.putIfAbsent(code.apply(matter), matter));
    return firstByCode.values();
  }
}
