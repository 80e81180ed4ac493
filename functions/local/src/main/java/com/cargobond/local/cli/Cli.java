package com.cargobond.local.cli;

import com.cargobond.local.identity.MachineKey;
import com.cargobond.local.identity.Tokens;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.concurrent.CompletionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The commands of one machine's system. Exit codes: 0 done, 1 refused or failed, 2 usage. */
@Command(
    name = "cargobond",
    description = "Bank guarantees for express cargo, on one machine.",
    footer = {"", "./cargobond test runs all tests."})
public final class Cli implements Runnable {

  static final int EXIT_OK = 0;
  static final int EXIT_REFUSED = 1;

  @Spec private CommandSpec spec;

  @CommandLine.Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  private boolean help;

  private Cli() {}

  /**
   * Runs one command.
   *
   * @param home the folder that keeps this machine's key
   * @return the exit code
   */
  public static int execute(
      Runner runner, Path home, PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new Cli())
        .addSubcommand(new RunCommand(runner))
        .addSubcommand(new TokenCommand(home))
        .addSubcommand(new PostCommand(home))
        .addSubcommand(
            new CommandLine(new AuditCommand()).addSubcommand(new AuditVerifyCommand(home)))
        .addSubcommand(new ChaosCommand(runner))
        .addSubcommand(new ReconcileCommand(home))
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(Cli::fail)
        .registerConverter(int.class, Cli::smallNumber)
        .registerConverter(long.class, Cli::number)
        .registerConverter(LocalDate.class, Cli::date)
        .registerConverter(ZoneId.class, Cli::zone)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }

  static Tokens tokens(Path home) {
    return new Tokens(MachineKey.in(home));
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException none) {
      throw new TypeConversionException("must be a whole number, not " + text);
    }
  }

  private static int smallNumber(String text) {
    long number = number(text);
    if (number != (int) number) {
      throw new TypeConversionException("is out of range: " + text);
    }
    return (int) number;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException none) {
      throw new TypeConversionException("must be a date such as 2026-03-17, not " + text);
    }
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException none) {
      throw new TypeConversionException("must be a zone such as Asia/Shanghai, not " + text);
    }
  }

  private static int fail(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    Throwable told = e instanceof CompletionException ? e.getCause() : e;
    command.getErr().println(told.getMessage() == null ? told.toString() : told.getMessage());
    command.getErr().flush();
    return EXIT_REFUSED;
  }
}
