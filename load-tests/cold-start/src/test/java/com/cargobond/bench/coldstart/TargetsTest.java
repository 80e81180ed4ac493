package com.cargobond.bench.coldstart;

import static com.cargobond.bench.coldstart.Samples.measured;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.bench.report.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A target is met up to its bound and missed from there. */
class TargetsTest {

  private static final Measured DO_NOTHING = measured("do-nothing", 20, 30, 10);
  private static final Measured JVM = measured("JVM", 1000, 120, 26);
  private static final Measured EVENTS = measured("events", 30, 60, 19);
  private static final Measured API = measured("api", 40, 70, 24);

  @Test
  void all_are_met_within_their_bounds() {
    assertThat(targets(EVENTS, API)).hasSize(6).allMatch(Target::met);
  }

  @Test
  void events_may_take_2_4_times_what_nothing_takes_and_no_more() {
    assertThat(missed(measured("events", 48, 60, 19), API)).isEmpty();
    assertThat(missed(measured("events", 49, 60, 19), API)).containsExactly("2.45 × do-nothing");
  }

  @Test
  void events_must_take_less_than_a_twentieth_of_the_jvm() {
    Measured fastJvm = measured("JVM", 600, 120, 26);
    assertThat(Targets.of(EVENTS, API, fastJvm, DO_NOTHING))
        .filteredOn(target -> !target.met())
        .extracting(Target::measured)
        .containsExactly("5.0 % of JVM");
  }

  @Test
  void memory_and_zip_must_be_below_their_bounds() {
    assertThat(missed(measured("events", 30, 64, 20), measured("api", 40, 70, 25)))
        .containsExactly("64.0 MiB", "20.0 MiB", "25.0 MiB");
  }

  @Test
  void the_api_may_take_4_5_times_what_nothing_takes_and_no_more() {
    assertThat(missed(EVENTS, measured("api", 90, 70, 24))).isEmpty();
    assertThat(missed(EVENTS, measured("api", 91, 70, 24))).containsExactly("4.55 × do-nothing");
  }

  @Test
  void times_are_compared_by_their_medians_and_memory_by_its_highest() {
    List<Sample> mostlyFast =
        Samples.taking(LongStream.of(30, 30, 30, 500).map(millis -> millis * Samples.MILLI));
    Percentiles times = Percentiles.of(mostlyFast, Sample::totalNanos);
    Percentiles memory = new Percentiles(1, 1, 64 * Figures.MEBIBYTE);
    Measured events =
        new Measured(
            "events",
            4,
            times,
            times,
            times,
            times,
            Optional.empty(),
            memory,
            EVENTS.executableBytes(),
            1);
    assertThat(missed(events, API)).containsExactly("64.0 MiB");
  }

  @Test
  void the_report_says_which_is_missed() {
    String report = Target.table(targets(measured("events", 49, 60, 19), API));
    assertThat(report.lines().filter(line -> line.contains("MISS")))
        .hasSize(1)
        .allSatisfy(line -> assertThat(line).contains("events", "2.45 × do-nothing", "≤ 2.4 ×"));
    assertThat(report.lines().filter(line -> line.contains("PASS"))).hasSize(5);
  }

  private static List<String> missed(Measured events, Measured api) {
    return targets(events, api).stream()
        .filter(target -> !target.met())
        .map(Target::measured)
        .toList();
  }

  private static List<Target> targets(Measured events, Measured api) {
    return Targets.of(events, api, JVM, DO_NOTHING);
  }
}
