package com.cargobond.domain.shipment;

import com.cargobond.domain.event.EventType;
import com.cargobond.domain.event.NamesDeclaration;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.Alias;
import com.cargobond.domain.ledger.Identifier;
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
import com.cargobond.domain.shipment.CustomsFact.DeclarationFiled;
import com.cargobond.domain.shipment.CustomsFact.DefaultDemanded;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The shipment learns an event, once, as far as there is room for it; its guarantees move. Pure.
 */
final class ShipmentRules implements Rulebook {

  @Override
  public boolean hears(EventType type) {
    return type instanceof ShipmentEventType;
  }

  @Override
  public Ref learner(ShipmentEvent event) {
    return ref(event.shipment());
  }

  @Override
  public List<Identifier> identifiers(ShipmentEvent event) {
    return event.fact() instanceof DefaultDemanded demanded
        ? List.of(new Identifier(demanded.demandId().alias(), event.shipment().toString()))
        : List.of();
  }

  @Override
  public Wanted named(ShipmentEvent event) {
    Set<Alias> aliases = new HashSet<>();
    if (movesMoney(event)) {
      if (event.fact() instanceof DeclarationFiled filed) {
        aliases.add(filed.registrationNo().alias());
      }
      declared(event).map(Bearers::alias).ifPresent(aliases::add);
    }
    return new Wanted(Set.of(learner(event)), aliases, Set.of());
  }

  @Override
  public Wanted needed(View view, ShipmentEvent event) {
    if (!movesMoney(event)) {
      return Wanted.NOTHING;
    }
    Books books = new Books(view);
    Set<ShipmentId> moving = sharing(books, event);
    Wanted shipments = missing(books, event, moving);
    if (!shipments.missingIn(view).isEmpty()) {
      return shipments;
    }
    Set<Alias> registrations = new HashSet<>();
    Set<Ref> guarantees = new HashSet<>();
    if (event.fact() instanceof DeclarationFiled filed) {
      registrations.add(filed.registrationNo().alias());
    }
    for (ShipmentId id : moving) {
      Shipment shipment = books.shipment(id);
      for (RequiredHold required : shipment.requiredHolds().values()) {
        registrations.add(required.registrationNo().alias());
      }
      for (Cover cover : shipment.covers().values()) {
        cover.hold().ifPresent(hold -> guarantees.add(ref(hold.guaranteeId().value())));
      }
    }
    for (Alias registration : registrations) {
      view.target(registration).ifPresent(id -> guarantees.add(ref(id)));
    }
    return new Wanted(guarantees, registrations, Set.of());
  }

  @Override
  public Outcome apply(View view, ReceivedEvent received) {
    Books books = new Books(view);
    ShipmentEvent event = received.event();
    Shipment shipment = books.shipment(event.shipment());
    Optional<RecordedEvent> known = shipment.recorded(event);
    if (known.isPresent()) {
      return known.get().event().fingerprint().equals(event.fingerprint())
          ? new Repeated()
          : new Quarantined(QuarantineCode.ID_REUSED);
    }
    if (shipment.isSuperseded(event)) {
      return new Repeated();
    }
    if (!shipment.hasRoomFor(event)) {
      return new Quarantined(QuarantineCode.TOO_MANY_EVENTS);
    }
    if (isOnTooMany(books, shipment, event)) {
      return new Quarantined(ShipmentQuarantineCode.DECLARATION_ON_TOO_MANY);
    }
    return learn(books, shipment, received);
  }

  /**
   * A guarantor that says yes has the room in the slices that are written with it. That it says no,
   * or is forced to say yes, rests on every slice, written or not.
   */
  @Override
  public Optional<Set<Ref>> restsOnAllOf(View after, ShipmentEvent event) {
    if (!movesMoney(event)) {
      return Optional.of(Set.of());
    }
    Books books = new Books(after);
    Shipment shipment = books.shipment(event.shipment());
    List<Shipment> decided = new ArrayList<>();
    decided.add(shipment);
    shipment.sharing().forEach(id -> decided.add(books.shipment(id)));
    Set<Ref> guarantees = new HashSet<>();
    for (Shipment one : decided) {
      for (Cover cover : one.covers().values()) {
        if (cover.restsOnTheWhole()) {
          if (cover.guarantee().isEmpty()) {
            return Optional.empty();
          }
          guarantees.add(ref(cover.guarantee().get().value()));
        }
      }
    }
    return Optional.of(guarantees);
  }

  /** Those that share a declaration with one: which of them holds must not change meanwhile. */
  @Override
  public Set<Ref> decidedWith(Subject changed) {
    return changed instanceof Shipment shipment
        ? shipment.sharing().stream().map(ShipmentRules::ref).collect(Collectors.toSet())
        : Set.of();
  }

  /** A carrier's milestone moves no money, so that a batch of these reads no guarantee. */
  private static boolean movesMoney(ShipmentEvent event) {
    return !event.type().isCargo();
  }

  private static Optional<DeclarationNo> declared(ShipmentEvent event) {
    return event.fact() instanceof NamesDeclaration named
        ? Optional.of(named.declarationNo())
        : Optional.empty();
  }

  /** The shipments that an event may move money of: its own, and those that bear a declaration. */
  private static Set<ShipmentId> sharing(Books books, ShipmentEvent event) {
    Set<ShipmentId> bearers =
        event.fact() instanceof NamesDeclaration named
            ? books.bearersOf(named.declarationNo())
            : Set.of();
    Set<ShipmentId> shared = books.shipment(event.shipment()).sharing();
    if (shared.isEmpty()
        && (bearers.isEmpty() || bearers.size() == 1 && bearers.contains(event.shipment()))) {
      return Set.of(event.shipment());
    }
    Set<ShipmentId> moving = new HashSet<>();
    moving.add(event.shipment());
    moving.addAll(bearers);
    moving.addAll(shared);
    return moving;
  }

  /** What was committed between two reads may make one necessary again. */
  private static Wanted missing(Books books, ShipmentEvent event, Set<ShipmentId> moving) {
    Set<Ref> again = new HashSet<>();
    declared(event)
        .ifPresent(
            number -> {
              for (ShipmentId id : books.bearersOf(number)) {
                if (!books.shipment(id).isFiled(number)) {
                  again.add(ref(id));
                }
              }
            });
    Set<Ref> shipments = new HashSet<>();
    moving.forEach(id -> shipments.add(ref(id)));
    return new Wanted(shipments, Set.of(), again);
  }

  private static Ref ref(String guarantee) {
    return Guarantee.KIND.ref(guarantee);
  }

  private static Ref ref(ShipmentId id) {
    return Shipment.KIND.ref(id.toString());
  }

  private static Applied learn(Books books, Shipment shipment, ReceivedEvent received) {
    Learning learning = new Learning(books, shipment, received);
    learning.decide();
    return learning.applied();
  }

  /** Whether a declaration is filed on one more house waybill than can change at once. */
  private static boolean isOnTooMany(Books books, Shipment shipment, ShipmentEvent event) {
    return event.fact() instanceof DeclarationFiled filed
        && !books.hasRoomFor(filed.declarationNo(), shipment.id())
        && !shipment.stands(filed.declarationNo());
  }
}
