package com.cargobond.bench.coldstart;

import java.util.List;
import java.util.function.ToLongFunction;

/** Percentiles by nearest rank: each is a value that was measured. */
record Percentiles(long p50, long p90, long p99) {

  private static final int WHOLE = 100;

  /**
   * The percentiles of one figure of the samples.
   *
   * @throws IllegalArgumentException if there are no samples
   */
  static Percentiles of(List<Sample> samples, ToLongFunction<Sample> figure) {
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("no samples");
    }
    long[] sorted = samples.stream().mapToLong(figure).sorted().toArray();
    return new Percentiles(at(sorted, 50), at(sorted, 90), at(sorted, 99));
  }

  private static long at(long[] sorted, int percent) {
    return sorted[Math.ceilDiv(sorted.length * percent, WHOLE) - 1];
  }
}
