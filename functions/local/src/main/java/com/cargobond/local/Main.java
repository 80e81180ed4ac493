package com.cargobond.local;

import com.cargobond.local.cli.Cli;
import com.cargobond.local.system.Launch;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintWriter;
import java.nio.file.Path;

/**
 * The entry of {@code ./cargobond}, which says in {@code cargobond.home} where the machine's key
 * is.
 */
@QuarkusMain
public final class Main {

  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String... arguments) {
    Path home = Path.of(System.getProperty("cargobond.home", ".cargobond"));
    System.exit(
        Cli.execute(
            options -> Launch.run(options, home),
            home,
            new PrintWriter(System.out, true),
            new PrintWriter(System.err, true),
            arguments));
  }
}
