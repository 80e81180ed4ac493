package com.cargobond.store.ledger;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.ledger.Alias;
import com.cargobond.domain.ledger.CapabilityList;
import com.cargobond.domain.ledger.Notice;
import com.cargobond.domain.ledger.Outcome;
import com.cargobond.domain.ledger.Outcome.Applied;
import com.cargobond.domain.ledger.Outcome.Quarantined;
import com.cargobond.domain.ledger.Outcome.Repeated;
import com.cargobond.domain.ledger.QuarantineCode;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.ledger.Ref;
import com.cargobond.domain.ledger.Rulebook;
import com.cargobond.domain.ledger.Subject;
import com.cargobond.domain.ledger.View;
import com.cargobond.domain.ledger.Wanted;
import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.ledger.CommitResult.Committed;
import com.cargobond.store.ledger.CommitResult.Conflicted;
import com.cargobond.store.ledger.CommitResult.Taken;
import com.cargobond.store.ledger.LedgerChange.AliasChange;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Applies events to the ledger: reads what they touch, folds them in their order, and writes the
 * result in one transaction. If somebody else wrote in between, it reads and folds again; see
 * {@link OneMoment}.
 */
public final class EventLedger {

  /** Bounds the rounds of reading what follows from what was read; the fold then fails. */
  private static final int READS_MAX = 8;

  private static final OneMoment<Read> ONE_MOMENT = new OneMoment<>(Read::revisions);

  private static final String ACTOR = EventFunction.APPLY_EVENTS.functionName();

  private final Ledger ledger;
  private final CapabilityList capabilities;
  private final Backoff backoff;
  private final InstantSource clock;

  /** Applies events to the given ledger. */
  public EventLedger(Ledger ledger) {
    this(ledger, new Backoff(), InstantSource.system());
  }

  /** With a clock and pauses of the caller's. */
  public EventLedger(Ledger ledger, Backoff backoff, InstantSource clock) {
    this.ledger = ledger;
    this.capabilities = ledger.stored().capabilities();
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
        events, read -> read.found.subjects().get(ref).versions().equals(decidedBy.versions()));
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
  private Progress apply(List<ReceivedEvent> events, Predicate<Read> isAsDecided) {
    List<Outcome> outcomes = new ArrayList<>();
    Set<String> reusedKeys = new HashSet<>();
    int chunk = events.size();
    int attempt = 1;
    GivingWay givingWay = new GivingWay(backoff, clock);
    while (outcomes.size() < events.size()) {
      List<ReceivedEvent> rest = events.subList(outcomes.size(), events.size());
      try {
        Fold fold = fold(rest.subList(0, Math.min(chunk, rest.size())), reusedKeys);
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
  private static Optional<LedgerChange> ahead(Fold fold, List<ReceivedEvent> rest) {
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

  private record Fold(
      Read read,
      List<Outcome> outcomes,
      LedgerChange change,
      Optional<RuntimeException> failure,
      boolean isConditional) {}

  private Fold fold(List<ReceivedEvent> events, Set<String> reusedKeys) {
    return ONE_MOMENT.decide(
        () -> read(events), read -> fold(read, events, reusedKeys), Fold::isConditional);
  }

  private Fold fold(Read read, List<ReceivedEvent> events, Set<String> reusedKeys) {
    View view = read.view();
    List<Outcome> outcomes = new ArrayList<>();
    List<ReceivedEvent> applied = new ArrayList<>();
    GroupClaims claims = new GroupClaims();
    GroupCauses causes = new GroupCauses(ledger.stored());
    List<Notice> notices = new ArrayList<>();
    Map<String, OpenException> quarantined = new LinkedHashMap<>();
    Optional<RuntimeException> failure = Optional.empty();
    for (ReceivedEvent received : events) {
      List<Rulebook> hearing = capabilities.hearing(received.event());
      Outcome outcome;
      try {
        outcome =
            reusedKeys.contains(received.event().key())
                    || !claims.areFreeFor(received, hearing.getFirst())
                ? new Quarantined(QuarantineCode.ID_REUSED)
                : decide(view, received, hearing);
      } catch (RuntimeException broken) {
        failure = Optional.of(broken);
        break;
      }
      switch (outcome) {
        case Applied it -> {
          causes.add(received, view, it.view());
          view = it.view();
          claims.take(received, hearing.getFirst());
          applied.add(received);
          notices.addAll(it.notices());
        }
        case Quarantined aside -> {
          OpenException exception =
              OpenException.quarantined(
                  received,
                  hearing.getFirst().learner(received.event()),
                  aside.reason(),
                  clock.instant());
          if (quarantined.put(exception.matterId(), exception) == null) {
            notices.add(Notice.quarantined(received.event(), aside.reason()));
          }
        }
        case Repeated repeated -> {
          // Acknowledged again; nothing moves.
        }
      }
      outcomes.add(outcome);
    }
    LedgerChange.Builder building =
        LedgerChange.because(Cause.of(ACTOR, "APPLY", events.getFirst().receivedAt()))
            .causedBy(causes.byTrail())
            .leading(read.changedAliases(view))
            .claiming(claims.taken())
            .telling(notices)
            .opening(List.copyOf(quarantined.values()));
    for (Ref ref : changed(read, view)) {
      change(building, read, view, ref);
    }
    LedgerChange change = building.build();
    boolean isConditional = failure.isEmpty() && isConditional(applied, view, change);
    return new Fold(read, outcomes, change, failure, isConditional);
  }

  /** All that hear an event decide on it, or none: the one whose event it is first. */
  private static Outcome decide(View view, ReceivedEvent received, List<Rulebook> hearing) {
    if (hearing.size() == 1) {
      return hearing.getFirst().apply(view, received);
    }
    View after = view;
    List<Notice> notices = new ArrayList<>();
    boolean isApplied = false;
    for (Rulebook rules : hearing) {
      switch (rules.apply(after, received)) {
        case Applied applied -> {
          after = applied.view();
          notices.addAll(applied.notices());
          isApplied = true;
        }
        case Quarantined quarantined -> {
          return quarantined;
        }
        case Repeated repeated -> {
          // It has nothing to learn from it.
        }
      }
    }
    return isApplied ? new Applied(after, notices) : new Repeated();
  }

  /** The subjects that have changed, and what was decided with them. */
  private Set<Ref> changed(Read read, View after) {
    Set<Ref> changed = new LinkedHashSet<>();
    read.found
        .subjects()
        .forEach(
            (ref, before) -> {
              Subject now = after.find(ref).orElseThrow();
              if (!now.equals(before.value())) {
                changed.add(ref);
                capabilities
                    .ofKind(ref.kind())
                    .map(capability -> capability.rules().decidedWith(now))
                    .orElse(Set.of())
                    .stream()
                    .filter(read.found.subjects()::containsKey)
                    .forEach(changed::add);
              }
            });
    return changed;
  }

  private <S extends Subject> void change(
      LedgerChange.Builder building, Read read, View after, Ref ref) {
    @SuppressWarnings("unchecked")
    Codec<S> codec = (Codec<S>) ledger.stored().codec(ref.kind());
    Stored<S> before = read.found.find(codec.kind(), ref.id()).orElseThrow();
    building.changing(codec, before, after.get(codec.kind(), ref.id()));
  }

  /**
   * Whether all that the answers rest on is written, so that the commit makes a condition of it.
   */
  private boolean isConditional(List<ReceivedEvent> applied, View after, LedgerChange change) {
    return applied.stream()
        .flatMap(
            received ->
                capabilities.hearing(received.event()).stream()
                    .map(rules -> rules.restsOnAllOf(after, received.event())))
        .allMatch(
            rests ->
                rests
                    .filter(
                        refs ->
                            refs.stream()
                                .allMatch(
                                    ref ->
                                        change.of(ref).filter(EventLedger::writesAll).isPresent()))
                    .isPresent());
  }

  private static <S extends Subject> boolean writesAll(LedgerChange.SubjectChange<S> change) {
    return change.codec().writesAll(change.written(), change.after());
  }

  /** What was read for a group of events. */
  private record Read(Found found, View view) {

    /** What is the same as long as nobody writes any of it. */
    List<Map<?, ?>> revisions() {
      Map<Ref, Map<ItemKey, Version>> versions = new HashMap<>();
      found.subjects().forEach((ref, read) -> versions.put(ref, read.versions()));
      return List.of(versions, found.targets());
    }

    List<AliasChange> changedAliases(View after) {
      return found.targets().entrySet().stream()
          .flatMap(entry -> changed(entry.getKey(), entry.getValue(), after))
          .toList();
    }

    private static Stream<AliasChange> changed(Alias alias, Optional<String> before, View after) {
      return after
          .target(alias)
          .filter(now -> !before.equals(Optional.of(now)))
          .map(now -> new AliasChange(alias, before, now))
          .stream();
    }
  }

  private Read read(List<ReceivedEvent> events) {
    Wanted named = Wanted.NOTHING;
    for (ReceivedEvent received : events) {
      for (Rulebook rules : capabilities.hearing(received.event())) {
        named = named.and(rules.named(received.event()));
      }
    }
    Read read = read(new Read(Found.NOTHING, View.EMPTY), named);
    for (int i = 0; i < READS_MAX; i++) {
      Wanted missing = needed(read.view(), events).missingIn(read.view());
      if (missing.isEmpty()) {
        return read;
      }
      read = read(read, missing);
    }
    throw new IllegalStateException("what events of one group rest on cannot be read together");
  }

  private Wanted needed(View view, List<ReceivedEvent> events) {
    Wanted needed = Wanted.NOTHING;
    for (ReceivedEvent received : events) {
      for (Rulebook rules : capabilities.hearing(received.event())) {
        needed = needed.and(rules.needed(view, received.event()));
      }
    }
    return needed;
  }

  private Read read(Read before, Wanted wanted) {
    Found more = ledger.find(wanted.subjects(), wanted.aliases());
    View view =
        before
            .view()
            .reading(more.subjects().values().stream().map(Stored::value).toList(), more.targets());
    return new Read(before.found().and(more), view);
  }
}
