package com.cargobond.domain.guarantee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class PositionTest {

  private static final Holding NOTHING = Holding.NOTHING;

  @Test
  void has_all_of_its_limit_available_at_first() {
    Position position = Position.of(1000);

    assertThat(position.available()).isEqualTo(1000);
    assertThat(position.effectiveLimit()).isEqualTo(1000);
    assertThat(position.overCommitted()).isFalse();
    assertThat(position.hasOpenItems()).isFalse();
  }

  @Test
  void moves_from_available_to_reserved_and_back() {
    Position reserved = Position.of(1000).moved(NOTHING, new Holding(300, 0, 0, 0));

    assertThat(reserved.available()).isEqualTo(700);
    assertThat(reserved.hasOpenItems()).isTrue();
    assertThat(reserved.moved(new Holding(300, 0, 0, 0), NOTHING)).isEqualTo(Position.of(1000));
  }

  @Test
  void keeps_a_restored_amount_from_others_where_it_is_consumed() {
    Position restored =
        Position.of(1000)
            .moved(NOTHING, new Holding(300, 0, 0, 0))
            .moved(new Holding(300, 0, 0, 0), new Holding(0, 0, 0, 300));

    assertThat(restored.consumed()).isEqualTo(300);
    assertThat(restored.available()).isEqualTo(700);
    assertThat(restored.hasOpenItems()).isFalse();
  }

  @Test
  void lowers_the_effective_limit_by_what_was_paid_on_claims() {
    Position paid =
        Position.of(1000)
            .moved(NOTHING, new Holding(0, 300, 0, 0))
            .moved(new Holding(0, 300, 0, 0), new Holding(0, 0, 300, 0));

    assertThat(paid.effectiveLimit()).isEqualTo(700);
    assertThat(paid.available()).isEqualTo(700);
  }

  @Test
  void raises_the_effective_limit_again_by_what_is_reinstated() {
    Position position = new Position(1000, 0, 0, 300, 0, 0).withReinstated(200);

    assertThat(position.effectiveLimit()).isEqualTo(900);
  }

  @Test
  void is_over_committed_when_more_is_taken_than_the_limit_allows() {
    Position position = Position.of(100).moved(NOTHING, new Holding(101, 0, 0, 0));

    assertThat(position.available()).isEqualTo(-1);
    assertThat(position.overCommitted()).isTrue();
  }

  @Test
  void never_takes_a_sum_that_does_not_fit_for_another_amount() {
    Position full = new Position(Long.MAX_VALUE, Long.MAX_VALUE, 0, 0, 0, 0);

    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> full.moved(NOTHING, new Holding(1, 0, 0, 0)));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> full.plus(Position.of(1)));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> full.withLimitChangedBy(1));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> new Position(0, 0, 0, 0, Long.MAX_VALUE, 0).withReinstated(1));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> new Position(0, Long.MAX_VALUE, Long.MAX_VALUE, 0, 0, 0).available());
  }

  @Test
  void never_has_a_negative_component() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Position.of(100).moved(new Holding(1, 0, 0, 0), NOTHING))
        .withMessageContaining("reserved -1");
    assertThatIllegalStateException().isThrownBy(() -> Position.of(-1));
    assertThatIllegalStateException().isThrownBy(() -> new Holding(0, -1, 0, 0));
  }
}
