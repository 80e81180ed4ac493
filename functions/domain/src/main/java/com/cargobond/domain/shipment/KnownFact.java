package com.cargobond.domain.shipment;

import com.cargobond.domain.event.Fact;
import com.cargobond.domain.event.ShipmentEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A fact with its business time and the key of the event that said it, which breaks ties: the same
 * fact wins whatever the order of arrival.
 */
record KnownFact<F extends Fact>(F fact, Instant time, String eventKey) {

  static <F extends Fact> Stream<KnownFact<F>> of(Class<F> type, List<ShipmentEvent> events) {
    return events.stream()
        .filter(event -> type.isInstance(event.fact()))
        .map(event -> new KnownFact<>(type.cast(event.fact()), event.time(), event.key()));
  }

  static <F extends Fact> Comparator<KnownFact<F>> byBusinessTime() {
    return Comparator.<KnownFact<F>, Instant>comparing(KnownFact::time)
        .thenComparing(KnownFact::eventKey);
  }
}
