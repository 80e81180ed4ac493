package com.cargobond.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.capability.Capabilities;
import com.cargobond.domain.event.EventType;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.shipment.ShipmentEventType;
import com.cargobond.store.memory.InMemoryLedger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An event of each type that others tell, interrupted by every other writer at every moment. */
class InterleavedEventsTest {

  @ParameterizedTest
  @MethodSource("typesThatOthersTell")
  void an_event_is_applied_as_if_nobody_else_wrote_meanwhile(EventType type) {
    AnEvent[] events = EventsOfEveryType.of(type);
    AnEvent last = events[events.length - 1];
    assertThat(last.event().type()).isEqualTo(type);
    Interleaving interleaving =
        new Interleaving(InMemoryLedger::new, after(Arrays.copyOf(events, events.length - 1)));

    for (Act others : Others.all()) {
      int moments = interleaving.everywhere(Act.told(last), others);

      assertThat(moments).as("of reading and of writing").isGreaterThan(1);
    }
  }

  static Stream<EventType> typesThatOthersTell() {
    return Capabilities.ALL.events().all().stream()
        .filter(type -> type != ShipmentEventType.DECLARATION_SHARED);
  }

  static Act after(AnEvent... events) {
    List<Function<Ledger, Object>> steps = new ArrayList<>(Others.nearlyUsedUp().steps());
    steps.addAll(Act.told(events).steps());
    return new Act(Arrays.toString(events), steps);
  }
}
