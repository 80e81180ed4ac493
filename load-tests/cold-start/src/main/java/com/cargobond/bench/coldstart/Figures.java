package com.cargobond.bench.coldstart;

import java.util.Locale;
import java.util.function.LongFunction;

/** Writes figures as a person reads them. */
final class Figures {

  static final long MEBIBYTE = 1024 * 1024;

  private static final double NANOS_PER_MILLI = 1e6;

  private Figures() {}

  static String millis(long nanos) {
    return oneDecimal(nanos / NANOS_PER_MILLI);
  }

  static String mebibytes(long bytes) {
    return oneDecimal((double) bytes / MEBIBYTE);
  }

  /** All three, from the median up. */
  static String spread(Percentiles percentiles, LongFunction<String> unit) {
    return "%s / %s / %s"
        .formatted(
            unit.apply(percentiles.p50()),
            unit.apply(percentiles.p90()),
            unit.apply(percentiles.p99()));
  }

  static String oneDecimal(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  static String twoDecimals(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
