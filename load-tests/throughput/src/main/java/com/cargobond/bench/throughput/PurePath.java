package com.cargobond.bench.throughput;

import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.events.frame.EventMessages;
import com.cargobond.store.ledger.EventLedger;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What processor and memory an event costs, with the ledger in memory: one operation is the sample
 * day.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PurePath {

  /** The most messages that a function gets at once. */
  @Param({"1", "10"})
  public int batch;

  private final Instant receivedAt = Instant.parse("2026-11-03T00:00:00Z");
  private List<List<String>> batches;

  /** Writes the day. */
  @Setup
  public void write() {
    batches = SampleMessages.batches(batch);
  }

  /** From text to events. */
  @Benchmark
  public void decode(Blackhole taken) {
    for (List<String> bodies : batches) {
      taken.consume(decoded(bodies));
    }
  }

  /** From text to the ledger: decoded, read, folded and written. */
  @Benchmark
  public void apply() {
    EventLedger events = new EventLedger(SampleLedger.inMemory());
    for (List<String> bodies : batches) {
      EventLedger.Progress progress = events.apply(decoded(bodies));
      if (progress.failure().isPresent()) {
        throw progress.failure().get();
      }
    }
  }

  private List<ReceivedEvent> decoded(List<String> bodies) {
    return bodies.stream().map(body -> EventMessages.decode(body, receivedAt)).toList();
  }
}
