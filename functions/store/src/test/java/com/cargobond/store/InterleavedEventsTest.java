package com.cargobond.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.event.EventType;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.store.memory.InMemoryLedger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An event of each type that others tell, interrupted by every other writer at every moment. */
class InterleavedEventsTest {

  @ParameterizedTest
  @EnumSource(names = "DECLARATION_SHARED", mode = EnumSource.Mode.EXCLUDE)
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

  static Act after(AnEvent... events) {
    List<Function<Ledger, Object>> steps = new ArrayList<>(Others.nearlyUsedUp().steps());
    steps.addAll(Act.told(events).steps());
    return new Act(Arrays.toString(events), steps);
  }
}
