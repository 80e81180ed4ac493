package com.cargobond.local.cli;

import com.cargobond.domain.input.BrokenRule;
import com.cargobond.local.identity.TokenHolder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "token",
    description = "Prints a token that the system on this machine accepts for 12 hours.")
final class TokenCommand implements Callable<Integer> {

  private final Path home;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "ROLE",
      description = "CARRIER, CUSTOMS, BANK, OPS or NETWORK.")
  private String role;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "PARTY",
      description = {
        "Which one: a CARRIER's USCC, such as 91310115MA1AB2C343;",
        "a BANK's CNAPS code (without: the sample's bank);",
        "a district or office of CUSTOMS (without: 0000, the administration)."
      })
  private Optional<String> party;

  @Option(
      names = "--sub",
      paramLabel = "NAME",
      description = "The person or system that acts; stands in the audit trail.")
  private Optional<String> subject;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  private boolean help;

  TokenCommand(Path home) {
    this.home = home;
  }

  @Override
  public Integer call() {
    TokenHolder caller;
    try {
      caller = TokenHolder.parse(role, party, subject);
    } catch (BrokenRule e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
    spec.commandLine().getOut().println(Cli.tokens(home).sign(caller));
    spec.commandLine().getOut().flush();
    return Cli.EXIT_OK;
  }
}
