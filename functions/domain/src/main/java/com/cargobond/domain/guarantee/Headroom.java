package com.cargobond.domain.guarantee;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The headroom that the slices of a guarantee share: whether it runs out, and what of it can move
 * ahead of what takes it, so that this then writes one slice where it would have written many.
 */
public final class Headroom {

  private Headroom() {}

  /**
   * Whether a slice becomes short. No slice stays short while a sibling has headroom, so that this
   * rests on how all siblings stand: one who lets go of something at the same moment must learn of
   * it, and give the headroom away.
   */
  public static boolean runsOut(Guarantee before, Guarantee after) {
    for (int i = 0; i < after.slices().size(); i++) {
      if (after.slices().get(i).overCommitted() && !before.slices().get(i).overCommitted()) {
        return true;
      }
    }
    return false;
  }

  /**
   * The guarantee with its limit cut as it will be, and all that is held as it is. That stands by
   * itself: the sum stays, and no slice becomes short.
   *
   * @param after what the guarantee is to become
   * @return empty if no share moves, or a slice would become short by it: what makes room moves
   *     first then, and its share after it
   */
  public static Optional<Guarantee> movedAhead(Guarantee before, Guarantee after) {
    List<Position> slices = new ArrayList<>();
    for (int i = 0; i < before.slices().size(); i++) {
      Position slice = before.slices().get(i);
      slices.add(slice.withLimitChangedBy(after.slices().get(i).limit() - slice.limit()));
    }
    boolean sumStays = Slices.sum(slices).limit() == before.position().limit();
    boolean noneBecomesShort =
        IntStream.range(0, slices.size())
            .allMatch(
                i -> slices.get(i).available() >= Math.min(0, before.slices().get(i).available()));
    return Optional.of(before.with(slices))
        .filter(moved -> sumStays && noneBecomesShort && !moved.equals(before));
  }
}
