package com.cargobond.events.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.capability.Capabilities;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.ledger.Rulebook;
import com.cargobond.domain.ledger.View;
import com.cargobond.events.fixture.LoggedLines;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written of each event that was applied. */
class EventLogTest {

  @RegisterExtension
  private final LoggedLines<String> lines = LoggedLines.of(EventLog.class, LogRecord::getMessage);

  static Stream<AnEvent> events() {
    return Stream.of(
        AnEvent.arrived(),
        AnEvent.declared("1.00"),
        AnEvent.depositTaken("1.00"),
        AnEvent.refundApproved("A1", "1.00"),
        AnEvent.conversionApproved("A1", "1.00"),
        AnEvent.frozen("C1"),
        AnEvent.unfrozen("C1"));
  }

  @ParameterizedTest
  @MethodSource("events")
  void one_line_for_each_event(AnEvent event) {
    ReceivedEvent received = event.accepted();
    Rulebook rules = Capabilities.ALL.hearing(received.event()).getFirst();

    new EventLog().outcome(received, rules.apply(View.EMPTY, received));

    assertThat(lines.all()).hasSize(1);
    assertThat(lines.all().getFirst()).contains("applied");
  }
}
