package com.cargobond.store;

import com.cargobond.domain.guarantee.RegistrationNo;
import java.time.Instant;
import java.util.Optional;

/**
 * A guarantee has changed, so that what was refused under its number may be covered now.
 *
 * @param since when it changed last
 * @param after up to where its refused shipments were asked again; empty at the beginning
 */
public record Recheck(RegistrationNo number, Instant since, Optional<String> after) {

  /** The same from another place on; from the beginning if that is empty. */
  Recheck from(Optional<String> place) {
    return new Recheck(number, since, place);
  }
}
