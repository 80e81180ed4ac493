package com.cargobond.domain.ledger;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person is told because a subject changed: of each code one matter, however many came up at
 * once, so that a change stays within one transaction; the list of exceptions counts them all.
 */
public final class NewMatters {

  private NewMatters() {}

  /** The first of each code that was not there before. */
  public static Collection<Matter> of(List<Matter> before, List<Matter> after) {
    Map<Code, Matter> firstByCode = new LinkedHashMap<>();
    after.stream()
        .filter(matter -> !before.contains(matter))
        .forEach(matter -> firstByCode.putIfAbsent(matter.code(), matter));
    return firstByCode.values();
  }
}
