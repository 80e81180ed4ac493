package com.cargobond.domain.guarantee;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * How a limit is cut into parts that are written independently, and how headroom moves between
 * them. The parts always sum to the guarantee.
 */
final class Slices {

  private Slices() {}

  static List<Position> cut(long limit, int count) {
    long share = limit / count;
    return IntStream.range(0, count)
        .mapToObj(i -> Position.of(i == 0 ? limit - share * (count - 1) : share))
        .toList();
  }

  static Position sum(List<Position> slices) {
    return slices.stream().reduce(Position.of(0), Position::plus);
  }

  /** What can still be reserved of all of them together. */
  static long available(List<Position> slices) {
    long available = 0;
    for (Position slice : slices) {
      available = Math.addExact(available, slice.available());
    }
    return available;
  }

  /**
   * Moves one slice, and headroom between the slices where that leaves one short. What the slice
   * cannot keep reinstated stays with claims that were paid on siblings: how much the guarantee
   * loses does not depend on how it is cut.
   */
  static List<Position> move(List<Position> slices, int index, Holding from, Holding to) {
    Position before = slices.get(index);
    Position after = before.moved(from, to);
    List<Position> next = new ArrayList<>(slices);
    next.set(index, after);
    return reinstate(next, before.reinstated() - after.reinstated());
  }

  static List<Position> changeLimit(List<Position> slices, long difference) {
    List<Position> next = new ArrayList<>(slices);
    if (difference >= 0) {
      List<Position> shares = cut(difference, slices.size());
      for (int i = 0; i < next.size(); i++) {
        next.set(i, next.get(i).withLimitChangedBy(shares.get(i).limit()));
      }
    } else {
      long rest = takeLimit(next, -difference, Position::available);
      takeLimit(next, rest, Position::limit);
    }
    return settled(next);
  }

  /** Reinstates where claims were paid; what exceeds them is not reinstated. */
  static List<Position> reinstate(List<Position> slices, long amount) {
    if (amount <= 0) {
      return settled(slices);
    }
    List<Position> next = new ArrayList<>(slices);
    long rest = amount;
    for (int i = 0; i < next.size() && rest > 0; i++) {
      Position slice = next.get(i);
      long part = Math.min(rest, Math.max(0, slice.paidClaims() - slice.reinstated()));
      next.set(i, slice.withReinstated(part));
      rest -= part;
    }
    return settled(next);
  }

  /**
   * Leaves no slice short while a sibling has headroom: whoever reads one slice with headroom then
   * knows that the guarantee is not over-committed, and two who write different slices cannot
   * over-commit it together.
   *
   * <p>The sibling with most gives half of its headroom or the shortfall, whichever is more, so
   * that a busy slice does not come back for every shipment.
   */
  private static List<Position> settled(List<Position> slices) {
    if (!isAnyShort(slices)) {
      return slices;
    }
    List<Position> next = new ArrayList<>(slices);
    int needy = extreme(next, slice -> -slice.available());
    int donor = extreme(next, Slices::headroom);
    // Each turn ends one shortfall or one sibling's headroom, and begins neither.
    while (next.get(needy).overCommitted() && headroom(next.get(donor)) > 0) {
      long shortfall = -next.get(needy).available();
      long headroom = headroom(next.get(donor));
      long given = Math.min(headroom, Math.max(shortfall, headroom / 2));
      next.set(donor, next.get(donor).withLimitChangedBy(-given));
      next.set(needy, next.get(needy).withLimitChangedBy(given));
      needy = extreme(next, slice -> -slice.available());
      donor = extreme(next, Slices::headroom);
    }
    return next;
  }

  private static boolean isAnyShort(List<Position> slices) {
    for (Position slice : slices) {
      if (slice.overCommitted()) {
        return true;
      }
    }
    return false;
  }

  /** What a slice can give away: no more than its share of the limit. */
  private static long headroom(Position slice) {
    return Math.min(slice.limit(), slice.available());
  }

  private static int extreme(List<Position> slices, ToLongFunction<Position> measure) {
    int extreme = 0;
    for (int i = 1; i < slices.size(); i++) {
      // Of several the first.
      if (measure.applyAsLong(slices.get(i)) > measure.applyAsLong(slices.get(extreme))) {
        extreme = i;
      }
    }
    return extreme;
  }

  private static long takeLimit(
      List<Position> slices, long amount, ToLongFunction<Position> spare) {
    long rest = amount;
    for (int i = 0; i < slices.size() && rest > 0; i++) {
      Position slice = slices.get(i);
      long part = Math.min(rest, Math.min(slice.limit(), Math.max(0, spare.applyAsLong(slice))));
      slices.set(i, slice.withLimitChangedBy(-part));
      rest -= part;
    }
    return rest;
  }
}
