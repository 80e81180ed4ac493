package com.cargobond.bench.throughput;

import com.cargobond.bench.report.Target;
import java.util.List;
import java.util.Locale;

/** What an event may cost. */
final class Targets {

  private static final double EVENTS_PER_SECOND_MIN = 50_000;
  private static final double KILOBYTES_MAX = 40;

  private Targets() {}

  static List<Target> ofPurePath(double eventsPerSecond, double kilobytes) {
    String subject = "pure path, batch " + PurePathFigures.BATCH;
    return List.of(
        new Target(
            subject,
            "events a second on one core",
            whole(eventsPerSecond),
            "≥ " + whole(EVENTS_PER_SECOND_MIN),
            eventsPerSecond >= EVENTS_PER_SECOND_MIN),
        new Target(
            subject,
            "allocated for an event",
            oneDecimal(kilobytes) + " KB",
            "≤ " + oneDecimal(KILOBYTES_MAX) + " KB",
            kilobytes <= KILOBYTES_MAX));
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  private static String oneDecimal(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
