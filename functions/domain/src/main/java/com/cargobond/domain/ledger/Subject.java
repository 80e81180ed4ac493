package com.cargobond.domain.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Something that the ledger keeps, with what follows from how it stands. Immutable. */
public interface Subject {

  /** What it is named by. */
  Ref ref();

  /** The days on which the passing of time matters for it. */
  default Set<LocalDate> deadlines() {
    return Set.of();
  }

  /** What a log line tells of it: identifiers and states, no names, no accounts. */
  default Map<String, String> logFields() {
    return Map.of();
  }

  /** What needs a person, as it stands. */
  default List<Matter> matters() {
    return List.of();
  }
}
