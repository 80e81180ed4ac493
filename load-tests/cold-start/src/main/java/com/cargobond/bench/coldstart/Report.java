package com.cargobond.bench.coldstart;

import static com.cargobond.bench.coldstart.Figures.spread;

import com.cargobond.bench.report.MarkdownTable;
import java.util.List;

/** What a person reads, as Markdown. */
final class Report {

  private static final String NOTHING = "–";

  private Report() {}

  static String figures(List<Measured> all) {
    MarkdownTable table =
        new MarkdownTable(
            "p50 / p90 / p99",
            "starts",
            "start → response, ms",
            "without the database, ms",
            "start → next, ms",
            "next → response, ms",
            "the same warm, ms",
            "peak memory, MiB",
            "executable, MiB",
            "zip, MiB");
    for (Measured measured : all) {
      table.add(
          measured.name(),
          Integer.toString(measured.starts()),
          spread(measured.totalNanos(), Figures::millis),
          spread(measured.ownNanos(), Figures::millis),
          spread(measured.initNanos(), Figures::millis),
          spread(measured.eventNanos(), Figures::millis),
          measured.warmNanos().map(warm -> spread(warm, Figures::millis)).orElse(NOTHING),
          spread(measured.peakMemoryBytes(), Figures::mebibytes),
          measured.executableBytes().isPresent()
              ? Figures.mebibytes(measured.executableBytes().getAsLong())
              : NOTHING,
          Figures.mebibytes(measured.zipBytes()));
    }
    return table.toString();
  }
}
