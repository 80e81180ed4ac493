package com.cargobond.bench.coldstart;

import static com.cargobond.bench.coldstart.Figures.MEBIBYTE;

import com.cargobond.bench.report.Target;
import java.util.List;

/** What a cold start may cost. Times are compared by their medians, memory by its highest. */
final class Targets {

  private static final double EVENTS_TIMES_DO_NOTHING_MAX = 2.4;
  private static final double API_TIMES_DO_NOTHING_MAX = 4.5;
  private static final double EVENTS_SHARE_OF_JVM_MAX = 0.05;
  private static final long EVENTS_MEMORY_BYTES_MAX = 64 * MEBIBYTE;
  private static final long EVENTS_ZIP_BYTES_MAX = 20 * MEBIBYTE;
  private static final long API_ZIP_BYTES_MAX = 25 * MEBIBYTE;
  private static final double PERCENT = 100;

  private Targets() {}

  static List<Target> of(Measured events, Measured api, Measured jvm, Measured doNothing) {
    return List.of(
        times(events, doNothing, EVENTS_TIMES_DO_NOTHING_MAX),
        share(events, jvm, EVENTS_SHARE_OF_JVM_MAX),
        below(events, "peak memory, p99", events.peakMemoryBytes().p99(), EVENTS_MEMORY_BYTES_MAX),
        below(events, "zip", events.zipBytes(), EVENTS_ZIP_BYTES_MAX),
        times(api, doNothing, API_TIMES_DO_NOTHING_MAX),
        below(api, "zip", api.zipBytes(), API_ZIP_BYTES_MAX));
  }

  private static Target times(Measured subject, Measured other, double timesMax) {
    double times = ratio(subject, other);
    return new Target(
        subject.name(),
        "start → response",
        Figures.twoDecimals(times) + " × " + other.name(),
        "≤ " + Figures.oneDecimal(timesMax) + " ×",
        times <= timesMax);
  }

  private static Target share(Measured subject, Measured other, double shareMax) {
    double share = ratio(subject, other);
    return new Target(
        subject.name(),
        "start → response",
        Figures.oneDecimal(share * PERCENT) + " % of " + other.name(),
        "< " + Figures.oneDecimal(shareMax * PERCENT) + " %",
        share < shareMax);
  }

  private static Target below(Measured subject, String what, long bytes, long bytesMax) {
    return new Target(
        subject.name(),
        what,
        Figures.mebibytes(bytes) + " MiB",
        "< " + Figures.mebibytes(bytesMax) + " MiB",
        bytes < bytesMax);
  }

  private static double ratio(Measured subject, Measured other) {
    return (double) subject.totalNanos().p50() / other.totalNanos().p50();
  }
}
