package com.cargobond.local.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry of {@code ./cargobond}. */
@QuarkusMain
@Command(
    name = "cargobond",
    description = "Bank guarantees for express cargo, whole on one machine.",
    mixinStandardHelpOptions = true,
    subcommands = {RunCommand.class, TokenCommand.class})
public final class Main {

  private Main() {}

  /** Runs one command and exits with 0 for success, 1 for a failure, 2 for wrong arguments. */
  public static void main(String... arguments) {
    CommandLine commandLine = new CommandLine(new Main());
    commandLine.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          command.getErr().println("cargobond: " + failure.getMessage());
          return 1;
        });
    System.exit(commandLine.execute(arguments));
  }
}
