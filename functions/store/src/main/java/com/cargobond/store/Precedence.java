package com.cargobond.store;

import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.ledger.Refused;
import com.cargobond.store.CommitResult.Committed;
import com.cargobond.store.CommitResult.Conflicted;
import com.cargobond.store.CommitResult.Taken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/**
 * Gets a command on a whole guarantee through, however busy its slices are. The command is written
 * on condition that no slice has moved since it was read, which on a busy guarantee is never so:
 * whoever has lost once announces the command, and {@link GivingWay} keeps the others from writing
 * until it is committed. A guarantee that is not busy, and every reservation on one without a
 * command, pays nothing for that.
 */
final class Precedence {

  /** Longer than what is in hand takes to end, and the longest that a dead process holds others. */
  static final Duration ANNOUNCED_FOR = Duration.ofSeconds(3);

  private static final OneMoment<VersionedGuarantee> ONE_MOMENT =
      new OneMoment<>(VersionedGuarantee::revisions);

  private final Ledger ledger;
  private final Backoff backoff;
  private final InstantSource clock;

  Precedence(Ledger ledger, Backoff backoff, InstantSource clock) {
    this.ledger = ledger;
    this.backoff = backoff;
    this.clock = clock;
  }

  /**
   * Commits a command; if somebody else wrote in between, it is decided again. What it throws is
   * thrown if all slices stood so at one moment, and nothing is written.
   *
   * @param command what is to be written, by how the guarantee stands
   * @return what was written
   * @throws Refused NOT_FOUND, or DUPLICATE if it claims what is taken
   * @throws BusyLedger if others write without end
   */
  LedgerChange commit(GuaranteeId id, Function<VersionedGuarantee, LedgerChange> command) {
    for (int i = 1; i <= EventLedger.ATTEMPTS_MAX; i++) {
      Decision decision =
          ONE_MOMENT.decide(
              () -> read(id),
              read -> new Decision(read, command.apply(read)),
              decided -> !decided.change.guarantees().isEmpty());
      LedgerChange change = decision.change;
      switch (ledger.commit(change)) {
        case Committed committed -> {
          return change;
        }
        case Taken taken -> throw new Refused(RefusalCode.DUPLICATE, meaning(taken.claims()));
        case Conflicted conflicted -> announce(decision.read);
      }
      backoff.pause(i);
    }
    throw new BusyLedger();
  }

  private static String meaning(List<Claim> taken) {
    return taken.stream().anyMatch(Claim.Registration.class::isInstance)
        ? "another guarantee has this registration number"
        : "the Idempotency-Key was used for another request";
  }

  private record Decision(VersionedGuarantee read, LedgerChange change) {}

  private VersionedGuarantee read(GuaranteeId id) {
    return ledger
        .guarantee(id)
        .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND, "there is no guarantee " + id));
  }

  /** Another command may have taken the announcement away with its own commit. */
  private void announce(VersionedGuarantee read) {
    Instant now = clock.instant();
    if (!read.isAnnouncedAt(now)) {
      ledger.announce(read.guarantee().id(), now.plus(ANNOUNCED_FOR));
    }
  }
}
