package com.cargobond.bench.coldstart;

import com.cargobond.bench.coldstart.Builds.Build;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What is measured.
 *
 * @param event what it is given at each start
 * @param check throws a {@link BenchFailure} where a response is not what it must be
 * @param database what it may wait for
 * @param build what the function runs
 * @param everyRounds it is started in one round of so many
 */
record Subject(
    LambdaFunction function,
    Supplier<byte[]> event,
    Consumer<byte[]> check,
    DatabaseRelay database,
    Build build,
    int everyRounds) {

  /** Starts it once and checks its response. */
  Sample sample() {
    ColdStart start = function.start(event.get());
    try {
      check.accept(start.answer());
    } catch (BenchFailure wrong) {
      throw new BenchFailure(function.name() + ": " + wrong.getMessage(), wrong);
    }
    return start.sample().waiting(database.takeNanosSince(start.nextNanos()));
  }
}
