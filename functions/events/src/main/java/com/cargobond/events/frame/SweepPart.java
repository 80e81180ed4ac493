package com.cargobond.events.frame;

import java.time.Instant;
import java.util.Optional;

/** Something that each run of the sweep sees to, as much of it as there is time for. */
public interface SweepPart {

  /**
   * After so much of a run's time, in hundredths, it begins nothing more. What has less comes
   * first, so that it leaves the others theirs.
   */
  int endsAtPercent();

  /** The name by which the sweep's answer counts what was looked at, if it does. */
  default Optional<String> countedAs() {
    return Optional.empty();
  }

  /**
   * Runs once.
   *
   * @param end after which nothing more is begun
   * @return how much was looked at
   */
  int run(Instant end);
}
