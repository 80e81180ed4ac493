package com.cargobond.bench.throughput;

import com.cargobond.bench.report.MarkdownTable;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The figures of {@link PurePath}, by event. */
final class PurePathFigures {

  private static final String ALLOCATED = "gc.alloc.rate.norm";
  private static final double MILLIS_PER_SECOND = 1_000;
  private static final double BYTES_PER_KILOBYTE = 1_000;

  /** The batch that is bounded. */
  static final int BATCH = 10;

  private final Collection<RunResult> results;
  private final int events;

  private PurePathFigures(Collection<RunResult> results, int events) {
    this.results = results;
    this.events = events;
  }

  /**
   * Measures it, on one core of a warm JVM of its own.
   *
   * @param directory where what happens meanwhile is written
   */
  static PurePathFigures measure(Path directory) throws RunnerException {
    return new PurePathFigures(
        new Runner(
                new OptionsBuilder()
                    .include(PurePath.class.getName())
                    .output(directory.resolve("jmh.log").toString())
                    .forks(1)
                    .warmupIterations(5)
                    .warmupTime(TimeValue.seconds(4))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.seconds(2))
                    .addProfiler(GCProfiler.class)
                    .jvmArgsAppend("-XX:+UseSerialGC", "-Xms1g", "-Xmx1g", "-Xmn600m")
                    .build())
            .run(),
        SampleMessages.bodies().size());
  }

  String table() {
    MarkdownTable table = new MarkdownTable("one core", "batch", "events/s", "KB an event");
    for (RunResult result : results) {
      table.add(
          result.getPrimaryResult().getLabel(),
          result.getParams().getParam("batch"),
          String.format(Locale.ROOT, "%,.0f", perSecond(result)),
          String.format(Locale.ROOT, "%.1f", kilobytes(result)));
    }
    return table.toString();
  }

  /** Events that are applied in a second, in batches of {@link #BATCH}. */
  double appliedPerSecond() {
    return perSecond(applied());
  }

  /** Allocated for an event that is applied in a batch of {@link #BATCH}. */
  double appliedKilobytes() {
    return kilobytes(applied());
  }

  private RunResult applied() {
    return results.stream()
        .filter(result -> result.getPrimaryResult().getLabel().equals("apply"))
        .filter(result -> result.getParams().getParam("batch").equals(Integer.toString(BATCH)))
        .findFirst()
        .orElseThrow();
  }

  private double perSecond(RunResult result) {
    return events * MILLIS_PER_SECOND / result.getPrimaryResult().getScore();
  }

  private double kilobytes(RunResult result) {
    Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
    return allocated.getScore() / events / BYTES_PER_KILOBYTE;
  }
}
