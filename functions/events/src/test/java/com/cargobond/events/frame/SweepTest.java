package com.cargobond.events.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.events.fixture.AClock;
import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.ledger.BusinessDate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the parts of the sweep share a run's time. */
class SweepTest {

  private final AClock clock = AClock.at("2026-03-20T04:00:00Z");
  private final List<String> begun = new ArrayList<>();

  @Test
  void what_has_less_time_comes_first_and_leaves_the_others_theirs() {
    sweep(endless("payments", 100), endless("refusals", 25), endless("deadlines", 50));

    assertThat(begun).containsExactly("refusals", "deadlines", "payments");
  }

  @Test
  void each_part_begins_nothing_after_its_share_of_the_run() {
    Map<String, Integer> seen =
        sweep(endless("payments", 100), endless("refusals", 25), endless("deadlines", 50));

    assertThat(seen).isEqualTo(Map.of("refusals", 3, "deadlines", 3, "payments", 6));
  }

  @Test
  void a_run_ends_by_itself_before_the_function_is_stopped() {
    Instant start = clock.instant();

    sweep(endless("payments", 100));

    assertThat(Duration.between(start, clock.instant())).isLessThan(EventFunction.SWEEP.timeout());
  }

  @Test
  void what_is_not_counted_is_not_answered() {
    SweepPart uncounted =
        new SweepPart() {
          @Override
          public int endsAtPercent() {
            return 25;
          }

          @Override
          public int run(Instant end) {
            return 7;
          }
        };

    assertThat(sweep(uncounted)).isEmpty();
  }

  @Test
  void a_part_that_fails_fails_the_run_and_keeps_no_other_from_its_turn() {
    SweepPart broken =
        new SweepPart() {
          @Override
          public int endsAtPercent() {
            return 25;
          }

          @Override
          public int run(Instant end) {
            throw new IllegalStateException("an item that cannot be read");
          }
        };

    assertThatThrownBy(() -> sweep(broken, endless("payments", 100)))
        .hasMessage("an item that cannot be read");
    assertThat(begun).containsExactly("payments");
  }

  private Map<String, Integer> sweep(SweepPart... parts) {
    return new Sweep(List.of(parts), new BusinessDate(Optional.of("none")), clock).sweep(Map.of());
  }

  /** Has more to do than any run has time for, a thing each 20 seconds. */
  private SweepPart endless(String name, int endsAtPercent) {
    return new SweepPart() {
      @Override
      public int endsAtPercent() {
        return endsAtPercent;
      }

      @Override
      public Optional<String> countedAs() {
        return Optional.of(name);
      }

      @Override
      public int run(Instant end) {
        begun.add(name);
        int seen = 0;
        for (; clock.instant().isBefore(end); seen++) {
          clock.pass(Duration.ofSeconds(20));
        }
        return seen;
      }
    };
  }
}
