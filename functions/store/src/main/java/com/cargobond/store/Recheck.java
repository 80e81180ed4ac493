package com.cargobond.store;

import com.cargobond.domain.guarantee.RegistrationNo;
import java.time.Instant;
import java.util.Optional;

/**
 * A guarantee has changed, so that what was refused under its number may be covered now.
 *
 * @param since when it changed last
 * @param after up to where its refused shipments were asked again; empty at the beginning
 * @param isLastRound whether nothing is refused any more by what had been read before the change,
 *     so that nothing is missed if each is asked once from here on
 */
public record Recheck(
    RegistrationNo number, Instant since, Optional<String> after, boolean isLastRound) {

  /** The guarantee has just changed. */
  static Recheck begin(RegistrationNo number, Instant since) {
    return new Recheck(number, since, Optional.empty(), false);
  }

  /** The same from another place on. */
  Recheck from(String place, boolean lastRound) {
    return new Recheck(number, since, Optional.of(place), lastRound);
  }

  /** The same from the beginning. */
  Recheck again() {
    return begin(number, since);
  }
}
