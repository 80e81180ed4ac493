package com.cargobond.domain.shipment;

import com.cargobond.domain.event.Fact;
import com.cargobond.domain.event.ShipmentEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * A fact with its business time and the key of the event that said it, which breaks ties: the same
 * fact wins whatever the order of arrival.
 */
record KnownFact<F extends Fact>(F fact, ShipmentEvent event) {

  /** The facts of one kind, in the order of the events. */
  static <F extends Fact> List<KnownFact<F>> of(Class<F> type, List<ShipmentEvent> events) {
    return of(type, events, fact -> true);
  }

  /** Those of them that are wanted. Most kinds are rare, and what is not there costs nothing. */
  static <F extends Fact> List<KnownFact<F>> of(
      Class<F> type, List<ShipmentEvent> events, Predicate<F> isWanted) {
    List<KnownFact<F>> found = List.of();
    for (ShipmentEvent event : events) {
      // Half of a history are milestones, of which no declaration wants to know what they say.
      if (event.type().isCargo() && !CargoFact.class.isAssignableFrom(type)) {
        continue;
      }
      if (type.isInstance(event.fact()) && isWanted.test(type.cast(event.fact()))) {
        if (found.isEmpty()) {
          found = new ArrayList<>();
        }
        found.add(new KnownFact<>(type.cast(event.fact()), event));
      }
    }
    return found;
  }

  Instant time() {
    return event.time();
  }

  String eventKey() {
    return event.key();
  }

  static <F extends Fact> Comparator<KnownFact<F>> byBusinessTime() {
    return (one, other) -> {
      int byTime = one.time().compareTo(other.time());
      return byTime == 0 ? one.eventKey().compareTo(other.eventKey()) : byTime;
    };
  }
}
