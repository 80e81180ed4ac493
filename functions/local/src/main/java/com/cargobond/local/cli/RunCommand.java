package com.cargobond.local.cli;

import com.cargobond.local.system.Launch;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the whole system. */
@Command(
    name = "run",
    description = "Starts the whole system on this machine and stays up until it is interrupted.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  @Option(names = "--port", defaultValue = "8080", description = "of the API (${DEFAULT-VALUE})")
  private int port;

  @Option(names = "--data", paramLabel = "DIR", description = "keep data here over restarts")
  private Path data;

  @Option(
      names = "--sample",
      description = "play a day of express traffic and prove what came of it")
  private boolean sample;

  @Option(names = "--exit", description = "stop when the sample is done: 0 only if all held")
  private boolean exit;

  @Override
  public Integer call() {
    return Launch.run(
        new Launch.Options(port, Optional.ofNullable(data), sample, exit, Home.directory()));
  }
}
