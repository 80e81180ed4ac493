package com.cargobond.store.ledger;

import com.cargobond.domain.ledger.Matter;
import com.cargobond.domain.ledger.Ref;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a subject needs a person for, as it follows from how it stands: one entry of the list for
 * each code, so that a change writes as many at most as there are codes, however many matters come
 * up or go at once.
 *
 * @param byMatter each matter as an entry of its own, the oldest first
 */
record SubjectExceptions(Map<String, OpenException> byMatter) {

  /** So many entries of earlier versions, one for each matter, go with one change at most. */
  static final int EARLIER_ENTRIES_MAX = 20;

  /** What one entry becomes. */
  sealed interface Step {}

  /** It is there from now on. */
  record Opened(OpenException exception) implements Step {}

  /**
   * An entry that was opened before stands for other matters now.
   *
   * @param hasNewMatter whether there is one that it did not stand for
   */
  record Counted(OpenException exception, boolean hasNewMatter) implements Step {}

  /** The matter is settled by what happened since. */
  record Gone(String id) implements Step {}

  static SubjectExceptions of(Ref subject, List<Matter> matters, Instant at) {
    return new SubjectExceptions(
        matters.stream()
            .map(matter -> OpenException.of(subject, matter, at))
            .collect(
                Collectors.toMap(
                    OpenException::matterId,
                    Function.identity(),
                    (one, same) -> one,
                    LinkedHashMap::new)));
  }

  /** What must be written when the subject's exceptions become others. */
  List<Step> becoming(SubjectExceptions after) {
    Map<String, OpenException> before = byCode();
    Map<String, OpenException> now = after.byCode();
    List<Step> steps = new ArrayList<>();
    now.forEach(
        (id, entry) -> {
          OpenException earlier = before.get(id);
          if (earlier == null) {
            steps.add(new Opened(entry));
          } else if (!earlier.equals(entry)) {
            steps.add(new Counted(entry, after.hasMatterBeyond(this, id)));
          }
        });
    before.keySet().stream()
        .filter(id -> !now.containsKey(id))
        .forEach(id -> steps.add(new Gone(id)));
    byMatter.keySet().stream()
        .filter(matter -> !after.byMatter.containsKey(matter))
        .limit(EARLIER_ENTRIES_MAX)
        .forEach(matter -> steps.add(new Gone(matter)));
    return steps;
  }

  private Map<String, OpenException> byCode() {
    return byMatter.values().stream()
        .collect(
            Collectors.toMap(
                OpenException::id,
                Function.identity(),
                (first, further) -> first.counting(first.count() + 1),
                LinkedHashMap::new));
  }

  private boolean hasMatterBeyond(SubjectExceptions others, String id) {
    return byMatter.entrySet().stream()
        .anyMatch(
            matter ->
                matter.getValue().id().equals(id) && !others.byMatter.containsKey(matter.getKey()));
  }

  /**
   * How entries that stand already are written: they keep since when they stand. One that a person
   * has closed comes back only if there is a matter that the person did not see.
   *
   * @param open the entry that stands
   */
  static Optional<OpenException> settled(Counted counted, Optional<OpenException> open) {
    return open.map(
            standing ->
                counted
                    .exception()
                    .standing(
                        standing.since(),
                        counted.hasNewMatter() ? counted.exception().last() : standing.last()))
        .or(() -> Optional.of(counted.exception()).filter(entry -> counted.hasNewMatter()));
  }
}
