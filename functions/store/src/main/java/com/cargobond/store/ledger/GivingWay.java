package com.cargobond.store.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Keeps a writer from committing to a subject while a command on the whole of it is announced; see
 * {@link Ledger#announce}. One for each call of the writer.
 */
final class GivingWay {

  private final Backoff backoff;
  private final InstantSource clock;
  private Optional<Instant> end = Optional.empty();
  private int pauses;

  GivingWay(Backoff backoff, InstantSource clock) {
    this.backoff = backoff;
    this.clock = clock;
  }

  /**
   * Whether the change must be read and decided again before it may be committed; waits a little if
   * so. All waiting of one call ends after the time of one announcement, whatever is announced
   * since and whoever's clock is wrong: commands without end do not stop a writer.
   */
  boolean waitsFor(LedgerChange change) {
    Instant now = clock.instant();
    boolean announced =
        change.subjects().stream()
            .flatMap(subject -> subject.before().stream())
            .anyMatch(read -> read.isAnnouncedAt(now));
    if (!announced) {
      return false;
    }
    Instant waitsUntil = end.orElse(now.plus(Ledger.ANNOUNCED_FOR));
    end = Optional.of(waitsUntil);
    if (!now.isBefore(waitsUntil)) {
      return false;
    }
    backoff.pause(++pauses);
    return true;
  }
}
