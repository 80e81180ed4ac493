package com.cargobond.store.ledger;

import com.cargobond.domain.audit.Cause;
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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides the events of one group by what was read for them, one after the other. */
final class GroupFolder {

  private final StoredCapabilityList stored;
  private final CapabilityList capabilities;
  private final InstantSource clock;

  GroupFolder(StoredCapabilityList stored, InstantSource clock) {
    this.stored = stored;
    this.capabilities = stored.capabilities();
    this.clock = clock;
  }

  /**
   * Folds them, as long as none fails.
   *
   * @param reusedKeys of events whose ids are known to have come with other contents
   */
  GroupFold fold(GroupRead read, List<ReceivedEvent> events, Set<String> reusedKeys) {
    View view = read.view();
    List<Outcome> outcomes = new ArrayList<>();
    List<ReceivedEvent> applied = new ArrayList<>();
    GroupClaims claims = new GroupClaims();
    GroupCauses causes = new GroupCauses(stored);
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
        LedgerChange.because(Cause.of(EventLedger.ACTOR, "APPLY", events.getFirst().receivedAt()))
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
    return new GroupFold(read, outcomes, change, failure, isConditional);
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
  private Set<Ref> changed(GroupRead read, View after) {
    Set<Ref> changed = new LinkedHashSet<>();
    read.found()
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
                    .filter(read.found().subjects()::containsKey)
                    .forEach(changed::add);
              }
            });
    return changed;
  }

  private <S extends Subject> void change(
      LedgerChange.Builder building, GroupRead read, View after, Ref ref) {
    @SuppressWarnings("unchecked")
    Codec<S> codec = (Codec<S>) stored.codec(ref.kind());
    Stored<S> before = read.found().find(codec.kind(), ref.id()).orElseThrow();
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
                                        change.of(ref).filter(GroupFolder::writesAll).isPresent()))
                    .isPresent());
  }

  private static <S extends Subject> boolean writesAll(LedgerChange.SubjectChange<S> change) {
    return change.codec().writesAll(change.written(), change.after());
  }
}
