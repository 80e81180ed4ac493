package com.cargobond.local.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "chaos",
    description = {
      "Refunds deposits against the stand-in bank at its worst, while the processes that pay are"
          + " killed at random, and proves that each was paid once.",
      "Needs the native executables (./mvnw package -Dnative -DskipTests). Exit code 0 only if all held."
    },
    sortOptions = false)
final class ChaosCommand implements Callable<Integer> {

  private static final int REFUNDS_MAX = 900_000;
  private static final int PORT_MAX = 65_535;

  private final Runner runner;

  @Spec private CommandSpec spec;

  @Option(
      names = "--refunds",
      defaultValue = "10000",
      paramLabel = "COUNT",
      description = "How many deposits (default: ${DEFAULT-VALUE}).")
  private int refunds;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "SEED",
      description = "The same seed gives the same deposits and the same bank.")
  private long seed;

  @Option(
      names = "--port",
      defaultValue = "8080",
      paramLabel = "PORT",
      description = "Where the API answers meanwhile (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  private boolean help;

  ChaosCommand(Runner runner) {
    this.runner = runner;
  }

  @Override
  public Integer call() throws Exception {
    require(refunds >= 1 && refunds <= REFUNDS_MAX, "--refunds must be 1 to " + REFUNDS_MAX);
    require(port >= 1 && port <= PORT_MAX, "--port must be 1 to " + PORT_MAX);
    return runner.run(RunOptions.of(new Chaos(refunds, seed), port));
  }

  private void require(boolean rule, String what) {
    if (!rule) {
      throw new ParameterException(spec.commandLine(), what);
    }
  }
}
