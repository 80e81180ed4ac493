package com.cargobond.store;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.event.CustomsFact.DeclarationFiled;
import com.cargobond.domain.event.DepositFact;
import com.cargobond.domain.event.NamesDeclaration;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.DepositId;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.Bookkeeping;
import com.cargobond.domain.ledger.Books;
import com.cargobond.domain.ledger.Notice;
import com.cargobond.domain.ledger.Outcome;
import com.cargobond.domain.ledger.Outcome.QuarantineReason;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.shipment.Cover;
import com.cargobond.domain.shipment.RequiredHold;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.Claim.DemandOf;
import com.cargobond.store.Claim.EventReceipt;
import com.cargobond.store.CommitResult.Committed;
import com.cargobond.store.CommitResult.Conflicted;
import com.cargobond.store.CommitResult.Taken;
import com.cargobond.store.LedgerChange.BearersChange;
import com.cargobond.store.LedgerChange.DepositChange;
import com.cargobond.store.LedgerChange.GuaranteeChange;
import com.cargobond.store.LedgerChange.ShipmentChange;
import com.cargobond.store.deployment.EventFunction;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Applies events to the ledger: reads what they touch, folds them in their order, and writes the
 * result in one transaction. If somebody else wrote in between, it reads and folds again; see
 * {@link OneMoment}.
 */
public final class EventLedger {

  /** Bounds the reading and folding again; the message is then left to be delivered again. */
  static final int ATTEMPTS_MAX = 12;

  private static final OneMoment<Read> ONE_MOMENT = new OneMoment<>(Read::revisions);

  private static final String ACTOR = EventFunction.APPLY_EVENTS.functionName();

  private final Ledger ledger;
  private final Backoff backoff;
  private final InstantSource clock;

  /** Applies events to the given ledger. */
  public EventLedger(Ledger ledger) {
    this(ledger, new Backoff(), InstantSource.system());
  }

  EventLedger(Ledger ledger, Backoff backoff, InstantSource clock) {
    this.ledger = ledger;
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
   * Applies events that were decided by how a shipment stood, as long as it stands so. What could
   * be applied before stays applied.
   *
   * @param decidedBy the shipment as it was read
   */
  Progress apply(List<ReceivedEvent> events, Versioned<Shipment> decidedBy) {
    ShipmentId id = decidedBy.value().id();
    return apply(events, read -> read.shipments.get(id).revision() == decidedBy.revision());
  }

  /** The events were decided by how a shipment stood that has been written since. */
  static final class Outdated extends RuntimeException {
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
        boolean fits = LedgerWrites.itemsAtMost(fold.change()) <= LedgerWrites.ITEMS_MAX;
        if (!fits && chunk > 1) {
          chunk = Math.max(1, Math.min(chunk, rest.size()) / 2);
          continue;
        }
        Optional<LedgerChange> ahead = fits ? Optional.empty() : headroomAhead(fold, rest);
        LedgerChange change = ahead.orElse(fold.change());
        if (givingWay.waitsFor(change)) {
          continue;
        }
        CommitResult result = commit(change);
        if (result instanceof Conflicted || ahead.isPresent()) {
          if (attempt++ == ATTEMPTS_MAX) {
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
  private static Optional<LedgerChange> headroomAhead(Fold fold, List<ReceivedEvent> rest) {
    ReceivedEvent received = rest.getFirst();
    String message = received.event().source() + " " + received.event().id();
    return fold.change()
        .headroomAhead(new Cause(ACTOR, "MOVE_HEADROOM", List.of(message), received.receivedAt()));
  }

  private CommitResult commit(LedgerChange change) {
    return LedgerWrites.of(change).isEmpty() ? new Committed() : ledger.commit(change);
  }

  private static String eventKey(Claim claim) {
    return switch (claim) {
      case EventReceipt receipt -> receipt.key();
      case DemandOf demand -> demand.cause().event().key();
      case Claim.RefundOf refund ->
          throw new IllegalStateException("two deposits have the refund " + refund.refund());
      case Claim.Registration registration ->
          throw new IllegalStateException("events do not register guarantees");
      case Claim.Number number ->
          throw new IllegalStateException("events do not number guarantees");
      case Claim.Issuance issuance ->
          throw new IllegalStateException("events do not issue guarantees");
    };
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
    Books books = read.books();
    List<Outcome> outcomes = new ArrayList<>();
    GroupClaims claims = new GroupClaims();
    GroupCauses causes = new GroupCauses();
    Set<ShipmentId> decided = new HashSet<>();
    List<Notice> notices = new ArrayList<>();
    Map<String, OpenException> quarantined = new LinkedHashMap<>();
    Optional<RuntimeException> failure = Optional.empty();
    for (ReceivedEvent received : events) {
      Outcome outcome;
      try {
        outcome =
            reusedKeys.contains(received.event().key()) || !claims.areFreeFor(received)
                ? new Outcome.Quarantined(QuarantineReason.ID_REUSED)
                : Bookkeeping.apply(books, received);
      } catch (RuntimeException broken) {
        failure = Optional.of(broken);
        break;
      }
      switch (outcome) {
        case Outcome.Applied applied -> {
          causes.add(received, books, applied.books());
          books = applied.books();
          claims.take(received);
          if (movesMoney(received)) {
            ShipmentId shipment = received.event().shipment();
            decided.add(shipment);
            decided.addAll(books.shipment(shipment).sharing());
          }
          notices.addAll(applied.notices());
        }
        case Outcome.Quarantined aside -> {
          OpenException exception =
              OpenException.quarantined(received, aside.reason(), clock.instant());
          if (quarantined.put(exception.matterId(), exception) == null) {
            notices.add(Notice.quarantined(received.event(), aside.reason()));
          }
        }
        case Outcome.Repeated repeated -> {
          // Acknowledged again; nothing moves.
        }
      }
      outcomes.add(outcome);
    }
    LedgerChange change =
        LedgerChange.because(Cause.of(ACTOR, "APPLY", events.getFirst().receivedAt()))
            .causedBy(causes.bySubject())
            .guarantees(read.changedGuarantees(books))
            .shipments(read.changedShipments(books))
            .deposits(read.changedDeposits(books))
            .bearers(read.changedBearers(books))
            .claiming(claims.taken())
            .telling(notices)
            .opening(List.copyOf(quarantined.values()))
            .build();
    boolean isConditional =
        failure.isEmpty() && Answers.areConditional(decided, books, change.guarantees());
    return new Fold(read, outcomes, change, failure, isConditional);
  }

  /** What was read for a group of events. */
  private record Read(
      Map<ShipmentId, Versioned<Shipment>> shipments,
      Map<RegistrationNo, GuaranteeId> registrations,
      Map<GuaranteeId, VersionedGuarantee> guarantees,
      Map<DepositId, Versioned<Deposit>> deposits,
      Map<DeclarationNo, Set<ShipmentId>> bearers) {

    Books books() {
      return new Books(
          values(shipments),
          registrations,
          guarantees.entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().guarantee())),
          values(deposits),
          bearers);
    }

    List<BearersChange> changedBearers(Books after) {
      return bearers.entrySet().stream()
          .map(
              entry ->
                  new BearersChange(
                      entry.getKey(), entry.getValue(), after.bearersOf(entry.getKey())))
          .filter(change -> !change.after().equals(change.before()))
          .toList();
    }

    /** What is the same as long as nobody writes any of it. */
    List<Map<?, ?>> revisions() {
      return List.of(
          revisions(shipments),
          registrations,
          bearers,
          revisions(deposits),
          guarantees.entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().revisions())));
    }

    private static <K, V> Map<K, Long> revisions(Map<K, Versioned<V>> read) {
      return read.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().revision()));
    }

    List<DepositChange> changedDeposits(Books after) {
      return deposits.entrySet().stream()
          .filter(entry -> !after.deposit(entry.getKey()).equals(entry.getValue().value()))
          .map(entry -> new DepositChange(entry.getValue(), after.deposit(entry.getKey())))
          .toList();
    }

    /** With those that share a declaration with one: which holds must not change meanwhile. */
    List<ShipmentChange> changedShipments(Books after) {
      Set<ShipmentId> changed =
          shipments.entrySet().stream()
              .filter(entry -> !after.shipment(entry.getKey()).equals(entry.getValue().value()))
              .flatMap(
                  entry ->
                      Stream.concat(
                          Stream.of(entry.getKey()),
                          after.shipment(entry.getKey()).sharing().stream()))
              .collect(Collectors.toSet());
      return shipments.entrySet().stream()
          .filter(entry -> changed.contains(entry.getKey()))
          .map(entry -> new ShipmentChange(entry.getValue(), after.shipment(entry.getKey())))
          .toList();
    }

    List<GuaranteeChange> changedGuarantees(Books after) {
      return guarantees.entrySet().stream()
          .map(
              entry ->
                  new GuaranteeChange(
                      Optional.of(entry.getValue()), after.guarantees().get(entry.getKey())))
          .filter(change -> !change.after().equals(change.before().orElseThrow().guarantee()))
          .toList();
    }

    private static <K, V> Map<K, V> values(Map<K, Versioned<V>> read) {
      return read.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().value()));
    }
  }

  private Read read(List<ReceivedEvent> all) {
    List<ReceivedEvent> events =
        all.stream().filter(received -> depositId(received).isEmpty()).toList();
    List<ReceivedEvent> moneyEvents = events.stream().filter(EventLedger::movesMoney).toList();
    Found found =
        ledger.find(
            new Touched(
                shipmentIds(events), depositIds(all), named(moneyEvents), declared(moneyEvents)));
    SharingShipments sharing = SharingShipments.of(ledger, found, shipmentIds(moneyEvents));
    List<Shipment> moneyShipments =
        sharing.moving().stream().map(id -> sharing.read().get(id).value()).toList();
    Map<RegistrationNo, GuaranteeId> registrations = new HashMap<>(found.registrations());
    required(moneyShipments)
        .filter(number -> !registrations.containsKey(number))
        .distinct()
        .forEach(
            number -> ledger.registered(number).ifPresent(id -> registrations.put(number, id)));
    Map<GuaranteeId, VersionedGuarantee> guarantees = new HashMap<>();
    Stream.concat(
            registrations.values().stream(), moneyShipments.stream().flatMap(EventLedger::holders))
        .distinct()
        .forEach(id -> guarantees.put(id, ledger.guarantee(id).orElseThrow()));
    return new Read(sharing.read(), registrations, guarantees, found.deposits(), found.bearers());
  }

  private static Set<DeclarationNo> declared(List<ReceivedEvent> events) {
    return events.stream()
        .map(received -> received.event().fact())
        .filter(NamesDeclaration.class::isInstance)
        .map(fact -> ((NamesDeclaration) fact).declarationNo())
        .collect(Collectors.toSet());
  }

  /** A carrier's milestone moves no money, so that a batch of these reads no guarantee. */
  private static boolean movesMoney(ReceivedEvent received) {
    return !received.event().type().isCargo() && depositId(received).isEmpty();
  }

  private static Set<ShipmentId> shipmentIds(List<ReceivedEvent> events) {
    return events.stream().map(received -> received.event().shipment()).collect(Collectors.toSet());
  }

  private static Set<DepositId> depositIds(List<ReceivedEvent> events) {
    return events.stream()
        .flatMap(received -> depositId(received).stream())
        .collect(Collectors.toSet());
  }

  private static Optional<DepositId> depositId(ReceivedEvent received) {
    return received.event().fact() instanceof DepositFact fact
        ? Optional.of(fact.depositId())
        : Optional.empty();
  }

  private static Set<RegistrationNo> named(List<ReceivedEvent> events) {
    return events.stream()
        .map(received -> received.event().fact())
        .filter(DeclarationFiled.class::isInstance)
        .map(fact -> ((DeclarationFiled) fact).registrationNo())
        .collect(Collectors.toSet());
  }

  private static Stream<RegistrationNo> required(List<Shipment> shipments) {
    return shipments.stream()
        .flatMap(shipment -> shipment.requiredHolds().values().stream())
        .map(RequiredHold::registrationNo);
  }

  private static Stream<GuaranteeId> holders(Shipment shipment) {
    return shipment.covers().values().stream()
        .flatMap(cover -> cover.hold().stream())
        .map(Cover.Hold::guaranteeId);
  }
}
