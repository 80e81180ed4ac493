package com.cargobond.domain.guarantee;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Shares of the limit that move between the slices of a guarantee ahead of what takes them, so that
 * it then writes one slice where it would have written many.
 */
public final class Headroom {

  private Headroom() {}

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
