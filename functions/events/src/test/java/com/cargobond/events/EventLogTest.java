package com.cargobond.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.ledger.Bookkeeping;
import com.cargobond.domain.ledger.Books;
import com.cargobond.domain.ledger.ReceivedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written of each event that was applied. */
class EventLogTest {

  private static final Logger LOGGER = Logger.getLogger(EventLog.class.getName());

  private final List<String> lines = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    LOGGER.addHandler(handler);
  }

  @AfterEach
  void stopListening() {
    LOGGER.removeHandler(handler);
  }

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
    Books books = new Books(Map.of(), Map.of(), Map.of(), Map.of());

    new EventLog().outcome(received, Bookkeeping.apply(books, received));

    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst()).contains("applied");
  }
}
