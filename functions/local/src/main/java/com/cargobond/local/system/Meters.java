package com.cargobond.local.system;

import com.cargobond.local.embedded.Meter;
import java.io.PrintStream;
import java.util.Map;

/** What the sample asks of the tables and of the queues. */
record Meters(Meter tables, Meter queues) implements AutoCloseable {

  private static final String ROW = "  %-28s%12d%14s%16s%n";

  /** Prints the counts so far, in all and for each event. */
  void print(int events, PrintStream out) {
    out.println();
    out.printf("%-30s%12s%14s%16s%n", "Asked of", "calls", "units", "units an event");
    print("DynamoDB", tables.counts(), events, out);
    print("SQS", queues.counts(), events, out);
  }

  private static void print(
      String service, Map<String, Meter.Count> counts, int events, PrintStream out) {
    counts.forEach(
        (operation, count) ->
            out.printf(
                ROW,
                service + " " + operation,
                count.calls(),
                count.halfUnits() == 0 ? "" : count.units(),
                count.halfUnits() == 0 ? "" : hundredths(count.halfUnits() * 50 / events)));
  }

  private static String hundredths(long number) {
    return "%d.%02d".formatted(number / 100, number % 100);
  }

  @Override
  public void close() {
    tables.close();
    queues.close();
  }
}
