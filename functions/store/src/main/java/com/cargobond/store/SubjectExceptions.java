package com.cargobond.store;

import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.domain.shipment.ShipmentRows;
import com.cargobond.store.Write.ExceptionCounted;
import com.cargobond.store.Write.ExceptionGone;
import com.cargobond.store.Write.ExceptionOpened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a shipment or deposit needs a person for, as it follows from how the subject stands: one
 * entry of the list for each code, so that a change writes as many at most as there are codes,
 * however many matters come up or go at once.
 *
 * @param byMatter each matter as an entry of its own, the oldest first
 */
record SubjectExceptions(Map<String, OpenException> byMatter) {

  static SubjectExceptions of(Shipment shipment, Instant at) {
    return of(shipment.exceptions().stream().map(matter -> OpenException.of(shipment, matter, at)));
  }

  static SubjectExceptions of(Deposit deposit, Instant at) {
    return of(deposit.exceptions().stream().map(matter -> OpenException.of(deposit, matter, at)));
  }

  private static SubjectExceptions of(Stream<OpenException> matters) {
    return new SubjectExceptions(
        matters.collect(
            Collectors.toMap(
                OpenException::matterId,
                Function.identity(),
                (one, same) -> one,
                LinkedHashMap::new)));
  }

  /** What must be written when the subject's exceptions become others. */
  List<Write> becoming(SubjectExceptions after) {
    Map<String, OpenException> before = byCode();
    Map<String, OpenException> now = after.byCode();
    List<Write> writes = new ArrayList<>();
    now.forEach(
        (id, entry) -> {
          OpenException earlier = before.get(id);
          if (earlier == null) {
            writes.add(new ExceptionOpened(entry));
          } else if (!earlier.equals(entry)) {
            writes.add(new ExceptionCounted(entry, after.hasMatterBeyond(this, id)));
          }
        });
    before.keySet().stream()
        .filter(id -> !now.containsKey(id))
        .forEach(id -> writes.add(new ExceptionGone(id)));
    byMatter.keySet().stream()
        .filter(matter -> !after.byMatter.containsKey(matter))
        .limit(ShipmentRows.EARLIER_ENTRIES_MAX)
        .forEach(matter -> writes.add(new ExceptionGone(matter)));
    return writes;
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
  static Optional<Write> settled(ExceptionCounted counted, Optional<OpenException> open) {
    return open.map(
            standing ->
                counted
                    .exception()
                    .standing(
                        standing.since(),
                        counted.hasNewMatter() ? counted.exception().last() : standing.last()))
        .or(() -> Optional.of(counted.exception()).filter(entry -> counted.hasNewMatter()))
        .map(ExceptionOpened::new);
  }
}
