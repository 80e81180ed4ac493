package com.cargobond.local.cli;

import com.cargobond.local.identity.MachineKey;
import com.cargobond.local.identity.Tokens;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints a bearer token. */
@Command(
    name = "token",
    description = "Prints a bearer token, signed with this machine's key and valid for 12 hours.",
    mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

  @Parameters(index = "0", description = "CARRIER, CUSTOMS, BANK or OPS")
  private String role;

  @Parameters(index = "1", arity = "0..1", description = "a carrier's USCC")
  private String uscc;

  @Override
  public Integer call() {
    Tokens tokens = new Tokens(MachineKey.in(Home.directory()));
    System.out.println(tokens.issue(role, Optional.ofNullable(uscc)));
    return 0;
  }
}
