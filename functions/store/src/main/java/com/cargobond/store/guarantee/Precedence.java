package com.cargobond.store.guarantee;

import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.ledger.Refused;
import com.cargobond.store.ledger.Attempts;
import com.cargobond.store.ledger.Backoff;
import com.cargobond.store.ledger.BusyLedger;
import com.cargobond.store.ledger.Claim;
import com.cargobond.store.ledger.CommitResult.Committed;
import com.cargobond.store.ledger.CommitResult.Conflicted;
import com.cargobond.store.ledger.CommitResult.Taken;
import com.cargobond.store.ledger.Ledger;
import com.cargobond.store.ledger.LedgerChange;
import com.cargobond.store.ledger.OneMoment;
import com.cargobond.store.ledger.Stored;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gets a command on a whole guarantee through, however busy its slices are. The command is written
 * on condition that no slice has moved since it was read, which on a busy guarantee is never so:
 * whoever has lost once announces the command, and {@link Ledger} keeps the others from writing
 * until it is committed. A guarantee that is not busy, and every reservation on one without a
 * command, pays nothing for that.
 */
final class Precedence {

  private static final OneMoment<Stored<Guarantee>> ONE_MOMENT = new OneMoment<>(Stored::versions);

  private final Ledger ledger;
  private final Attempts attempts;
  private final InstantSource clock;

  Precedence(Ledger ledger, Backoff backoff, InstantSource clock) {
    this.ledger = ledger;
    this.attempts = new Attempts(backoff);
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
  LedgerChange commit(GuaranteeId id, Function<Stored<Guarantee>, LedgerChange> command) {
    return attempts.until(
        () -> {
          Decision decision =
              ONE_MOMENT.decide(
                  () -> read(id),
                  read -> new Decision(read, command.apply(read)),
                  decided -> !decided.change.subjects().isEmpty());
          return switch (ledger.commit(decision.change)) {
            case Committed committed -> Optional.of(decision.change);
            case Taken taken -> throw new Refused(RefusalCode.DUPLICATE, meaning(taken.claims()));
            case Conflicted conflicted -> {
              announce(decision.read);
              yield Optional.empty();
            }
          };
        });
  }

  private static String meaning(List<Claim> taken) {
    return taken.stream().anyMatch(claim -> claim.isOf(RegistrationNo.ALIAS))
        ? "another guarantee has this registration number"
        : "the Idempotency-Key was used for another request";
  }

  private record Decision(Stored<Guarantee> read, LedgerChange change) {}

  private Stored<Guarantee> read(GuaranteeId id) {
    return ledger
        .find(Guarantee.KIND, id.value())
        .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND, "there is no guarantee " + id));
  }

  /** Another command may have taken the announcement away with its own commit. */
  private void announce(Stored<Guarantee> read) {
    Instant now = clock.instant();
    if (!read.isAnnouncedAt(now)) {
      ledger.announce(GuaranteeCodec.terms(read.value().id()), now.plus(Ledger.ANNOUNCED_FOR));
    }
  }
}
