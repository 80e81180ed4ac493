package com.cargobond.bench.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.bench.report.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A target is met up to its bound and missed beyond. */
class TargetsTest {

  @Test
  void an_event_may_take_the_fifty_thousandth_part_of_a_second_and_no_more() {
    assertThat(missed(50_000, 1)).isEmpty();
    assertThat(missed(49_999, 1)).containsExactly("49,999");
  }

  @Test
  void an_event_may_allocate_40_kilobytes_and_no_more() {
    assertThat(missed(100_000, 40)).isEmpty();
    assertThat(missed(100_000, 40.1)).containsExactly("40.1 KB");
  }

  private static List<String> missed(double eventsPerSecond, double kilobytes) {
    return Targets.ofPurePath(eventsPerSecond, kilobytes).stream()
        .filter(target -> !target.met())
        .map(Target::measured)
        .toList();
  }
}
