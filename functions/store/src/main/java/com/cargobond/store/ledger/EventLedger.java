package com.cargobond.store.ledger;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.ledger.Outcome;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.ledger.Ref;
import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.ledger.CommitResult.Committed;
import com.cargobond.store.ledger.CommitResult.Conflicted;
import com.cargobond.store.ledger.CommitResult.Taken;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Applies events to the ledger: reads what they touch, folds them in their order, and writes the
 * result in one transaction. If somebody else wrote in between, it reads and folds again; see
 * {@link OneMoment}.
 */
public final class EventLedger {

  private static final OneMoment<GroupRead> ONE_MOMENT = new OneMoment<>(GroupRead::revisions);

  static final String ACTOR = EventFunction.APPLY_EVENTS.functionName();

  private final Ledger ledger;
  private final GroupFolder folder;
  private final Backoff backoff;
  private final InstantSource clock;

  /** Applies events to the given ledger. */
  public EventLedger(Ledger ledger) {
    this(ledger, new Backoff(), InstantSource.system());
  }

  /** With a clock and pauses of the caller's. */
  public EventLedger(Ledger ledger, Backoff backoff, InstantSource clock) {
    this.ledger = ledger;
    this.folder = new GroupFolder(ledger.stored(), clock);
    this.backoff = backoff;
    this.clock = clock;
  }

  /**
   * What became of a group.
   *
   * @param outcomes of the events that are on the ledger now, in their order
   * @param failure why the event after these, and so all further ones, were not applied
   */
  public record Progress(List<Outcome> outcomes, Optional<RuntimeException> failure) {}

  /**
   * Applies the events of one group in their order. What could be applied before a failure stays
   * applied.
   */
  public Progress apply(List<ReceivedEvent> events) {
    return apply(events, read -> true);
  }

  /**
   * Applies events that were decided by how a subject stood, as long as it stands so. What could be
   * applied before stays applied.
   *
   * @param decidedBy the subject as it was read
   */
  public Progress apply(List<ReceivedEvent> events, Stored<?> decidedBy) {
    Ref ref = decidedBy.value().ref();
    return apply(
        events, read -> read.found().subjects().get(ref).versions().equals(decidedBy.versions()));
  }

  /** The events were decided by how a subject stood that has been written since. */
  public static final class Outdated extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Applies events.
   *
   * @param isAsDecided whether what was read is still what the events were decided by; if not, the
   *     failure is {@link Outdated}
   */
  private Progress apply(List<ReceivedEvent> events, Predicate<GroupRead> isAsDecided) {
    List<Outcome> outcomes = new ArrayList<>();
    Set<String> reusedKeys = new HashSet<>();
    int chunk = events.size();
    int attempt = 1;
    GivingWay givingWay = new GivingWay(backoff, clock);
    while (outcomes.size() < events.size()) {
      List<ReceivedEvent> rest = events.subList(outcomes.size(), events.size());
      try {
        GroupFold fold = fold(rest.subList(0, Math.min(chunk, rest.size())), reusedKeys);
        if (!isAsDecided.test(fold.read())) {
          return new Progress(outcomes, Optional.of(new Outdated()));
        }
        if (fold.outcomes().isEmpty()) {
          return new Progress(outcomes, fold.failure());
        }
        boolean fits = fold.change().writes().itemsAtMost() <= LedgerWrites.ITEMS_MAX;
        if (!fits && chunk > 1) {
          chunk = Math.max(1, Math.min(chunk, rest.size()) / 2);
          continue;
        }
        Optional<LedgerChange> ahead = fits ? Optional.empty() : ahead(fold, rest);
        LedgerChange change = ahead.orElse(fold.change());
        if (givingWay.waitsFor(change)) {
          continue;
        }
        CommitResult result = commit(change);
        if (result instanceof Conflicted || ahead.isPresent()) {
          if (attempt++ == Attempts.MAX) {
            return new Progress(outcomes, Optional.of(new BusyLedger()));
          }
          pauseAfter(result, attempt);
        } else if (result instanceof Taken taken) {
          taken.claims().forEach(claim -> reusedKeys.add(eventKey(claim)));
        } else {
          outcomes.addAll(fold.outcomes());
          attempt = 1;
          if (fold.failure().isPresent()) {
            return new Progress(outcomes, fold.failure());
          }
        }
      } catch (RuntimeException failure) {
        if (chunk == 1) {
          return new Progress(outcomes, Optional.of(failure));
        }
        // One by one, so that it falls on the event that causes it.
        chunk = 1;
      }
    }
    return new Progress(outcomes, Optional.empty());
  }

  /** Nobody is in the way of a piece that was written: what remains can follow at once. */
  private void pauseAfter(CommitResult result, int attempt) {
    if (result instanceof Conflicted) {
      backoff.pause(attempt);
    }
  }

  /** For one event whose change is too large: the sum of the pieces is the same change. */
  private static Optional<LedgerChange> ahead(GroupFold fold, List<ReceivedEvent> rest) {
    ReceivedEvent received = rest.getFirst();
    String message = received.event().source() + " " + received.event().id();
    return fold.change()
        .ahead(new Cause(ACTOR, "MOVE_HEADROOM", List.of(message), received.receivedAt()));
  }

  private CommitResult commit(LedgerChange change) {
    return change.writes().areNone() ? new Committed() : ledger.commit(change);
  }

  private static String eventKey(Claim claim) {
    return claim
        .eventKey()
        .orElseThrow(() -> new IllegalStateException("taken already: " + claim.alias()));
  }

  private GroupFold fold(List<ReceivedEvent> events, Set<String> reusedKeys) {
    return ONE_MOMENT.decide(
        () -> GroupRead.of(ledger, events),
        read -> folder.fold(read, events, reusedKeys),
        GroupFold::isConditional);
  }
}
