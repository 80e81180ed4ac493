package com.cargobond.domain.guarantee;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Shares of the limit that move ahead stand by themselves, and are what the whole needs. */
class HeadroomTest {

  private static final Guarantee FOUR = aGuarantee().withLimit("400.00").inSlices(4).active();

  @Test
  void goes_to_the_slice_that_will_take_it_and_nothing_is_taken_yet() {
    Guarantee reserved = FOUR.move(1, Holding.NOTHING, reserved(400_00));

    Guarantee ahead = Headroom.movedAhead(FOUR, reserved).orElseThrow();

    assertThat(ahead.slices())
        .containsExactly(Position.of(0), Position.of(400_00), Position.of(0), Position.of(0));
    assertThat(ahead.move(1, Holding.NOTHING, reserved(400_00))).isEqualTo(reserved);
  }

  @Test
  void does_not_go_ahead_of_the_release_that_frees_it() {
    Guarantee full = FOUR.move(0, Holding.NOTHING, reserved(400_00));
    Guarantee overCommitted = full.move(1, Holding.NOTHING, reserved(100_00));
    Guarantee released = overCommitted.move(0, reserved(400_00), Holding.NOTHING);

    assertThat(released.position().overCommitted()).isFalse();
    assertThat(Headroom.movedAhead(overCommitted, released)).isEmpty();
  }

  @Test
  void is_nothing_where_no_share_moves() {
    assertThat(Headroom.movedAhead(FOUR, FOUR.move(1, Holding.NOTHING, reserved(1)))).isEmpty();
    assertThat(Headroom.movedAhead(FOUR, FOUR.suspend())).isEmpty();
  }

  @Property
  void leaves_no_slice_short_and_the_limit_as_it_was(
      @ForAll @Size(5) List<@IntRange(max = 20_000) Integer> held,
      @ForAll @IntRange(max = 60_000) int more) {
    Guarantee before = FOUR;
    for (int i = 0; i < 4; i++) {
      before = before.move(i, Holding.NOTHING, reserved(held.get(i)));
    }
    Guarantee start = before;
    Guarantee after = start.move(held.get(4) % 4, Holding.NOTHING, reserved(more));

    Headroom.movedAhead(start, after)
        .ifPresent(
            ahead -> {
              assertThat(ahead.position()).isEqualTo(start.position());
              for (int i = 0; i < 4; i++) {
                long then = start.slices().get(i).available();
                assertThat(ahead.slices().get(i).available())
                    .isGreaterThanOrEqualTo(Math.min(0, then));
              }
            });
  }

  private static Holding reserved(long fen) {
    return new Holding(fen, 0, 0, 0);
  }
}
