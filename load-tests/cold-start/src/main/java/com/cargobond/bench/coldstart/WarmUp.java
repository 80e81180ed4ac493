package com.cargobond.bench.coldstart;

import com.cargobond.local.lambda.FunctionError;
import com.cargobond.local.lambda.FunctionProcesses;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Has one process serve a subject's events until DynamoDB Local is as fast as it gets: what its
 * young JVM would take longer is no cost of a cold start.
 */
final class WarmUp {

  private static final int EVENTS = 600;

  /** Of those, how many at the end count as warm. */
  private static final int WARM = 100;

  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(30);

  private WarmUp() {}

  /**
   * Serves the events one after the other.
   *
   * @return what a process and a database that are both warm take for one
   */
  static Percentiles of(Subject subject) {
    LambdaFunction function = subject.function();
    Path executable = Path.of(function.command().getFirst());
    List<Sample> samples = new ArrayList<>();
    try (FunctionProcesses process =
        new FunctionProcesses(
            executable, function.environment(), function.log(), ANSWERS_WITHIN, 1)) {
      for (int i = 0; i < EVENTS; i++) {
        byte[] event = subject.event().get();
        long startNanos = System.nanoTime();
        byte[] response = process.invoke(event);
        samples.add(new Sample(0, System.nanoTime() - startNanos, 0, 0));
        subject.check().accept(response);
      }
    } catch (FunctionError failed) {
      throw new BenchFailure(function.name() + ": " + failed.getMessage(), failed);
    }
    return Percentiles.of(samples.subList(EVENTS - WARM, EVENTS), Sample::eventNanos);
  }
}
