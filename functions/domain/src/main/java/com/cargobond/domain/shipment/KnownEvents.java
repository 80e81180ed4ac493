package com.cargobond.domain.shipment;

import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.shipment.CustomsFact.DeclarationFiled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The events of a shipment with what follows from them for its declarations, which many ask for and
 * which is worked out once. Immutable but for that.
 */
final class KnownEvents {

  private final List<ShipmentEvent> events;
  private final Declarations declarations;

  /** Keeps the list: nobody changes it. */
  KnownEvents(List<ShipmentEvent> events) {
    this(events, new Declarations(events));
  }

  private KnownEvents(List<ShipmentEvent> events, Declarations declarations) {
    this.events = Collections.unmodifiableList(events);
    this.declarations = declarations;
  }

  /**
   * With one more; what the system says takes the place of what it said of the matter before. A
   * carrier's milestone says nothing of a declaration: what is known of these stays.
   */
  KnownEvents with(ShipmentEvent event) {
    List<ShipmentEvent> longer = new ArrayList<>(events.size() + 1);
    for (ShipmentEvent earlier : events) {
      if (!isReplaced(earlier, event)) {
        longer.add(earlier);
      }
    }
    longer.add(event);
    return event.fact() instanceof CargoFact
        ? new KnownEvents(longer, declarations)
        : new KnownEvents(longer);
  }

  /** Whether the system says the same matter anew. */
  static boolean isReplaced(ShipmentEvent earlier, ShipmentEvent event) {
    return event.fact() instanceof ClockFact now
        && earlier.fact() instanceof ClockFact before
        && before.matter().equals(now.matter());
  }

  List<ShipmentEvent> list() {
    return events;
  }

  /** The declarations that were filed. */
  List<DeclarationFacts> declarations() {
    return declarations.facts();
  }

  /** What each of them must hold. */
  Map<DeclarationNo, RequiredHold> requiredHolds() {
    return declarations.requiredHolds();
  }

  /** What follows from events, once somebody asks. */
  private static final class Declarations {

    private final List<ShipmentEvent> events;
    private volatile List<DeclarationFacts> facts;
    private volatile Map<DeclarationNo, RequiredHold> requiredHolds;

    Declarations(List<ShipmentEvent> events) {
      this.events = events;
    }

    List<DeclarationFacts> facts() {
      List<DeclarationFacts> found = facts;
      if (found == null) {
        found =
            filed().stream()
                .flatMap(number -> DeclarationFacts.of(number, heardOn(number)).stream())
                .toList();
        facts = found;
      }
      return found;
    }

    Map<DeclarationNo, RequiredHold> requiredHolds() {
      Map<DeclarationNo, RequiredHold> found = requiredHolds;
      if (found == null) {
        found =
            Collections.unmodifiableMap(
                facts().stream()
                    .collect(
                        Collectors.toMap(
                            DeclarationFacts::number, DeclarationFacts::requiredHold)));
        requiredHolds = found;
      }
      return found;
    }

    private List<DeclarationNo> filed() {
      List<DeclarationNo> filed = new ArrayList<>();
      for (ShipmentEvent event : events) {
        if (!event.type().isCargo()
            && event.fact() instanceof DeclarationFiled one
            && !filed.contains(one.declarationNo())) {
          filed.add(one.declarationNo());
        }
      }
      return filed;
    }

    /** What counts for a declaration. */
    private List<ShipmentEvent> heardOn(DeclarationNo declaration) {
      for (ShipmentEvent event : events) {
        if (!event.countsFor(declaration)) {
          return events.stream().filter(other -> other.countsFor(declaration)).toList();
        }
      }
      return events;
    }
  }
}
