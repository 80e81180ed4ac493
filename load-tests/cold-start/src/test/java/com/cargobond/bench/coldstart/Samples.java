package com.cargobond.bench.coldstart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;

/** Samples and what was measured of them. */
final class Samples {

  static final long MILLI = 1_000_000;

  private Samples() {}

  /** Of as many starts as there are totals, in no order. */
  static List<Sample> taking(LongStream totalNanos) {
    List<Sample> samples =
        new ArrayList<>(totalNanos.mapToObj(total -> new Sample(total, 0, 0, 0)).toList());
    Collections.shuffle(samples, new Random(1));
    return samples;
  }

  static Measured measured(String name, long totalMillis, long peakMebibytes, long zipMebibytes) {
    return new Measured(
        name,
        1,
        always(totalMillis * MILLI),
        always(totalMillis * MILLI),
        always(0),
        always(totalMillis * MILLI),
        Optional.empty(),
        always(peakMebibytes * Figures.MEBIBYTE),
        OptionalLong.empty(),
        zipMebibytes * Figures.MEBIBYTE);
  }

  private static Percentiles always(long value) {
    return new Percentiles(value, value, value);
  }
}
