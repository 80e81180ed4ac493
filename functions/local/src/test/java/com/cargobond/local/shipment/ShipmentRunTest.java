package com.cargobond.local.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.local.guarantee.GuaranteePosition;
import com.cargobond.local.guarantee.SampleGuarantee;
import com.cargobond.local.sample.SampleDay;
import com.cargobond.local.sample.SampleSystem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plays the day against a stand-in: what is posted, what is proved, and what is reported. */
class ShipmentRunTest {

  private final ShipmentDay day = ShipmentDay.of(SampleDay.SEED);
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void everyExpectationHoldsOnASoundSystemAndAgainWhenPlayedTwice() throws IOException {
    try (StandInSystem system = new StandInSystem()) {
      assertThat(play(system).violations()).isEmpty();
      GuaranteePosition once = system.ledger.position(SampleGuarantee.GENERAL);

      ShipmentResult again = play(system);

      assertThat(again.violations()).isEmpty();
      assertThat(again.held()).isTrue();
      assertThat(again.eventsPosted()).isEqualTo(day.day().size() + day.evening().size());
      assertThat(system.ledger.position(SampleGuarantee.GENERAL)).isEqualTo(once);
      assertThat(text())
          .contains(
              "Before the day", "After the day", "INSUFFICIENT_LIMIT", "PAID_MORE_THAN_ASSESSED")
          .contains("events/s", "Conserved");
    }
  }

  @Test
  void whatTheSystemIsTooBusyForIsPostedAgain() throws IOException {
    try (StandInSystem system = new StandInSystem()) {
      system.busyFor = 150;

      ShipmentResult result = play(system);

      assertThat(system.busyFor).isZero();
      assertThat(result.violations()).isEmpty();
    }
  }

  @Test
  void aSingleFenThatIsLostIsFound() throws IOException {
    try (StandInSystem system = new StandInSystem()) {
      system.lostFen = 1;

      ShipmentResult result = play(system);

      assertThat(result.held()).isFalse();
      assertThat(result.violations()).anyMatch(line -> line.contains("the position must be"));
      assertThat(result.violations()).anyMatch(line -> line.contains("its shipments sum to"));
      assertThat(text()).contains("VIOLATED: GENERAL");
    }
  }

  @Test
  void whatWasExpectedOfNoShipmentIsReportedToo() throws IOException {
    try (StandInSystem system = new StandInSystem()) {
      ShipmentDay expectingNothing = new ShipmentDay(day.day(), day.evening(), List.of());

      ShipmentResult result = new ShipmentRun(seen(system)).play(expectingNothing);

      assertThat(result.violations()).anyMatch(line -> line.contains("must hold 0.00"));
    }
  }

  private ShipmentResult play(StandInSystem system) {
    return new ShipmentRun(seen(system)).play(day);
  }

  private SampleSystem seen(StandInSystem system) {
    return new SampleSystem(system.url(), role -> role, () -> true, events -> {}, out());
  }

  private PrintStream out() {
    return new PrintStream(printed, true, StandardCharsets.UTF_8);
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
