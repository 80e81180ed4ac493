package com.cargobond.bench.throughput;

import com.cargobond.bench.report.Target;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Measures what an event costs. */
public final class Main {

  private Main() {}

  /**
   * Prints figures and targets; exits with 1 where a target is missed.
   *
   * @param arguments where logs are written
   */
  public static void main(String... arguments) throws RunnerException {
    PurePathFigures pure = PurePathFigures.measure(Path.of(arguments[0]));
    List<Target> targets = Targets.ofPurePath(pure.appliedPerSecond(), pure.appliedKilobytes());
    System.out.println(pure.table());
    System.out.println();
    System.out.println(Target.table(targets));
    System.exit(Target.areMet(targets) ? 0 : 1);
  }
}
