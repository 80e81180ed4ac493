package com.cargobond.local.cli;

import com.cargobond.local.bank.BankProfile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "run",
    description = "Starts the whole system in one process and stays up.",
    sortOptions = false)
final class RunCommand implements Callable<Integer> {

  private static final int PORT_MAX = 65_535;

  private final Runner runner;

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      defaultValue = "8080",
      paramLabel = "PORT",
      description = "Where the API answers (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keeps data there over restarts (default: in memory).")
  private Optional<Path> data;

  @Option(names = "--sample", description = "Plays a bundled day of express traffic.")
  private boolean sample;

  @Option(
      names = "--exit",
      description = "Stops after the sample; exit code 0 only if all it shows held.")
  private boolean exit;

  @Option(
      names = "--native",
      description = "Runs the native executables as Lambda runs them, each in its own process.")
  private boolean runsNative;

  @Option(
      names = "--bank",
      defaultValue = "ALWAYS_SETTLES",
      paramLabel = "PROFILE",
      description =
          "How the stand-in bank behaves: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private BankProfile bank;

  @Option(
      names = "--today",
      paramLabel = "DATE",
      description =
          "Lets deadlines up to this day come: late charges, guarantees that expire, deposits that"
              + " nobody claims (default: no day passes).")
  private Optional<LocalDate> today;

  @Option(
      names = "--meter",
      description = "Counts what the sample asks of tables and queues: calls and units an event.")
  private boolean meter;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  private boolean help;

  RunCommand(Runner runner) {
    this.runner = runner;
  }

  @Override
  public Integer call() throws Exception {
    if (port < 0 || port > PORT_MAX) {
      throw new ParameterException(spec.commandLine(), "--port must be 0 to " + PORT_MAX);
    }
    if (exit && !sample) {
      throw new ParameterException(spec.commandLine(), "--exit goes with --sample");
    }
    if (meter && !sample) {
      throw new ParameterException(spec.commandLine(), "--meter goes with --sample");
    }
    return runner.run(
        new RunOptions(port, data, sample, exit, runsNative, bank, today, meter, Optional.empty()));
  }
}
