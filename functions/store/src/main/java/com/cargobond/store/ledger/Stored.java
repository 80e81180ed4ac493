package com.cargobond.store.ledger;

import com.cargobond.domain.ledger.Subject;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/**
 * A subject as it was read.
 *
 * @param versions of each of its entries that is there; none if it was never written
 * @param announced until when others let a command on the whole of it go first
 * @param isOfEarlierRules whether it was written by rules under which less followed from it: what
 *     is listed of it is not all that follows from it now
 */
public record Stored<S extends Subject>(
    S value,
    Map<ItemKey, Version> versions,
    Optional<Instant> announced,
    boolean isOfEarlierRules) {

  /** Keeps the map: nobody changes it. */
  public Stored {
    versions = Collections.unmodifiableMap(versions);
  }

  /** A subject that was never written. */
  public static <S extends Subject> Stored<S> unwritten(S value) {
    return new Stored<>(value, Map.of(), Optional.empty(), false);
  }

  /** Whether it was never written. */
  public boolean isNew() {
    return versions.isEmpty();
  }

  Version version(ItemKey entry) {
    return versions.getOrDefault(entry, Version.NONE);
  }

  /** Whether others let a command on the whole of it go first. */
  public boolean isAnnouncedAt(Instant now) {
    return announced.filter(now::isBefore).isPresent();
  }
}
