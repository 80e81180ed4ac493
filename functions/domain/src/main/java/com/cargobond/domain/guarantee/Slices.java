package com.cargobond.domain.guarantee;

import java.util.ArrayList;
import java.util.Comparator;
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

  /**
   * Moves one slice and, where that leaves it short, takes headroom from the siblings, the one with
   * most first. A sibling gives half of its headroom or the shortfall, whichever is more, so that a
   * busy slice does not come back for every shipment.
   */
  static List<Position> move(List<Position> slices, int index, Holding from, Holding to) {
    List<Position> next = new ArrayList<>(slices);
    next.set(index, slices.get(index).moved(from, to));
    for (int taken = 1; taken < next.size() && next.get(index).overCommitted(); taken++) {
      int donor = richest(next);
      long headroom = next.get(donor).available();
      if (headroom <= 0) {
        break;
      }
      long shortfall = -next.get(index).available();
      long given = Math.min(headroom, Math.max(shortfall, headroom / 2));
      next.set(donor, next.get(donor).withLimitChangedBy(-given));
      next.set(index, next.get(index).withLimitChangedBy(given));
    }
    return List.copyOf(next);
  }

  static List<Position> changeLimit(List<Position> slices, long difference) {
    if (difference >= 0) {
      List<Position> shares = cut(difference, slices.size());
      return IntStream.range(0, slices.size())
          .mapToObj(i -> slices.get(i).withLimitChangedBy(shares.get(i).limit()))
          .toList();
    }
    List<Position> next = new ArrayList<>(slices);
    long rest = takeLimit(next, -difference, Position::available);
    takeLimit(next, rest, Position::limit);
    return List.copyOf(next);
  }

  static List<Position> reinstate(List<Position> slices, long amount) {
    List<Position> next = new ArrayList<>(slices);
    long rest = amount;
    for (int i = 0; i < next.size() && rest > 0; i++) {
      long part = Math.min(rest, next.get(i).paidClaims() - next.get(i).reinstated());
      next.set(i, next.get(i).withReinstated(part));
      rest -= part;
    }
    return List.copyOf(next);
  }

  private static int richest(List<Position> slices) {
    return IntStream.range(0, slices.size())
        .boxed()
        .max(Comparator.comparingLong(i -> slices.get(i).available()))
        .orElseThrow();
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
