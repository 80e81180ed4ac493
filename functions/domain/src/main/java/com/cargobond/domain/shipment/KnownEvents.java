package com.cargobond.domain.shipment;

import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.shipment.CustomsFact.DeclarationFiled;
import java.util.ArrayList;
import java.util.List;

/**
 * The events of a shipment with what follows from them for its declarations, which many ask for and
 * which is worked out once. Immutable but for that.
 */
final class KnownEvents {

  private final List<ShipmentEvent> events;
  private volatile List<DeclarationFacts> declarations;

  KnownEvents(List<ShipmentEvent> events) {
    this.events = List.copyOf(events);
  }

  /** With one more; what the system says takes the place of what it said of the matter before. */
  KnownEvents with(ShipmentEvent event) {
    List<ShipmentEvent> longer = new ArrayList<>(events);
    longer.removeIf(earlier -> isReplaced(earlier, event));
    longer.add(event);
    return new KnownEvents(longer);
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

  /** What counts for a declaration. */
  private List<ShipmentEvent> heardOn(DeclarationNo declaration) {
    return events.stream().allMatch(event -> event.countsFor(declaration))
        ? events
        : events.stream().filter(event -> event.countsFor(declaration)).toList();
  }

  /** The declarations that were filed. */
  List<DeclarationFacts> declarations() {
    List<DeclarationFacts> found = declarations;
    if (found == null) {
      found =
          events.stream()
              .map(ShipmentEvent::fact)
              .filter(DeclarationFiled.class::isInstance)
              .map(fact -> ((DeclarationFiled) fact).declarationNo())
              .distinct()
              .flatMap(number -> DeclarationFacts.of(number, heardOn(number)).stream())
              .toList();
      declarations = found;
    }
    return found;
  }
}
