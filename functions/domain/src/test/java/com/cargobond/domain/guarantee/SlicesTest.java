package com.cargobond.domain.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SlicesTest {

  @Property
  void always_sum_to_the_limit_that_was_cut(
      @ForAll @LongRange(min = 0, max = 999_999_999_999_999L) long limit,
      @ForAll @IntRange(min = 1, max = 64) int count) {
    List<Position> slices = Slices.cut(limit, count);

    assertThat(slices).hasSize(count);
    assertThat(Slices.sum(slices)).isEqualTo(Position.of(limit));
  }

  @Test
  void leave_the_siblings_alone_while_a_slice_suffices() {
    List<Position> moved = Slices.move(Slices.cut(400, 4), 2, Holding.NOTHING, reserved(100));

    assertThat(moved).extracting(Position::limit).containsExactly(100L, 100L, 100L, 100L);
    assertThat(moved.get(2).available()).isZero();
  }

  @Test
  void give_a_short_slice_half_of_the_richest_siblings_headroom() {
    List<Position> slices = List.of(Position.of(10), Position.of(100), Position.of(50));

    List<Position> moved = Slices.move(slices, 0, Holding.NOTHING, reserved(20));

    assertThat(moved).extracting(Position::limit).containsExactly(60L, 50L, 50L);
    assertThat(moved.get(0).available()).isEqualTo(40);
  }

  @Test
  void give_a_short_slice_all_that_it_lacks() {
    List<Position> slices = List.of(Position.of(10), Position.of(100), Position.of(50));

    List<Position> moved = Slices.move(slices, 0, Holding.NOTHING, reserved(90));

    assertThat(moved).extracting(Position::limit).containsExactly(90L, 20L, 50L);
  }

  @Test
  void take_from_several_siblings_where_one_is_not_enough() {
    List<Position> moved = Slices.move(Slices.cut(400, 4), 0, Holding.NOTHING, reserved(390));

    assertThat(moved.get(0).available()).isNotNegative();
    assertThat(moved).noneMatch(Position::overCommitted);
    assertThat(Slices.sum(moved).available()).isEqualTo(10);
  }

  @Test
  void leave_the_one_that_was_forced_short_when_no_sibling_has_any_headroom() {
    List<Position> moved = Slices.move(Slices.cut(400, 4), 0, Holding.NOTHING, reserved(450));

    assertThat(moved).extracting(Position::available).containsExactly(-50L, 0L, 0L, 0L);
  }

  @Test
  void pass_what_is_restored_on_to_a_sibling_that_is_short() {
    List<Position> short0 = Slices.move(Slices.cut(400, 4), 0, Holding.NOTHING, reserved(420));
    List<Position> shortAgain = Slices.move(short0, 1, Holding.NOTHING, reserved(50));

    List<Position> restored = Slices.move(shortAgain, 1, reserved(50), Holding.NOTHING);

    assertThat(Slices.sum(restored).available()).isEqualTo(-20);
    assertThat(restored).noneMatch(slice -> slice.available() > 0);
  }

  @Test
  void reinstate_no_more_on_a_slice_than_was_paid_there() {
    List<Position> slices =
        List.of(new Position(100, 0, 0, 30, 50, 0), new Position(100, 0, 0, 60, 0, 0));

    List<Position> reinstated = Slices.reinstate(slices, 40);

    assertThat(reinstated).extracting(Position::reinstated).containsExactly(50L, 40L);
  }

  @Test
  void keep_reinstated_on_a_sibling_what_one_has_no_claim_for_any_more() {
    List<Position> slices =
        List.of(
            new Position(100, 0, 0, 60, 60, 0),
            new Position(100, 0, 0, 30, 10, 0),
            new Position(100, 0, 0, 25, 0, 0));

    List<Position> moved = Slices.move(slices, 0, claimed(60), Holding.NOTHING);

    assertThat(moved).extracting(Position::reinstated).containsExactly(0L, 30L, 25L);
  }

  @Property
  void stand_together_as_one_slice_would_however_claims_come_and_go(
      @ForAll @IntRange(min = 2, max = 8) int count,
      @ForAll @Size(max = 40) List<@LongRange(min = 0, max = 300) Long> amounts) {
    List<Position> one = Slices.cut(1000, 1);
    List<Position> cut = Slices.cut(1000, count);
    long[] claimed = new long[count];
    for (int i = 0; i < amounts.size(); i++) {
      int index = i % count;
      long amount = amounts.get(i);
      if (i % 5 == 4) {
        one = Slices.reinstate(one, amount);
        cut = Slices.reinstate(cut, amount);
      } else {
        one = Slices.move(one, 0, claimed(claimed[index]), claimed(amount));
        cut = Slices.move(cut, index, claimed(claimed[index]), claimed(amount));
        claimed[index] = amount;
      }
      assertThat(Slices.sum(cut)).isEqualTo(one.getFirst());
      assertThat(cut).allMatch(slice -> slice.reinstated() <= slice.paidClaims());
      assertThatNoSliceIsShortWhileAnotherHasHeadroom(cut);
    }
  }

  @Property
  void sum_to_the_guarantee_after_any_sequence_of_movements(
      @ForAll @IntRange(min = 1, max = 8) int count,
      @ForAll @Size(max = 40) List<@LongRange(min = -300, max = 300) Long> moves,
      @ForAll @LongRange(min = 1, max = 1000) long limit) {
    List<Position> slices = Slices.cut(limit, count);
    long[] reserved = new long[count];
    long expectedLimit = limit;
    for (int i = 0; i < moves.size(); i++) {
      int index = i % count;
      long amount = moves.get(i);
      if (i % 7 == 6 && expectedLimit + amount > 0) {
        slices = Slices.changeLimit(slices, amount);
        expectedLimit += amount;
      } else {
        long next = Math.max(0, reserved[index] + amount);
        slices = Slices.move(slices, index, reserved(reserved[index]), reserved(next));
        reserved[index] = next;
      }
      Position sum = Slices.sum(slices);
      assertThat(sum.limit()).isEqualTo(expectedLimit);
      assertThat(sum.reserved()).isEqualTo(sum(reserved));
      assertThatNoSliceIsShortWhileAnotherHasHeadroom(slices);
    }
  }

  private static void assertThatNoSliceIsShortWhileAnotherHasHeadroom(List<Position> slices) {
    List<Long> available = new ArrayList<>(slices.stream().map(Position::available).toList());
    boolean someShort = available.stream().anyMatch(headroom -> headroom < 0);
    boolean someRich = available.stream().anyMatch(headroom -> headroom > 0);
    assertThat(someShort && someRich).as("%s", available).isFalse();
  }

  private static long sum(long[] amounts) {
    long sum = 0;
    for (long amount : amounts) {
      sum += amount;
    }
    return sum;
  }

  private static Holding reserved(long amount) {
    return new Holding(amount, 0, 0, 0);
  }

  private static Holding claimed(long amount) {
    return new Holding(0, 0, amount, 0);
  }
}
