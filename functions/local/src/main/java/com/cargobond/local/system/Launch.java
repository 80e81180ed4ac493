package com.cargobond.local.system;

import com.cargobond.local.cli.RunOptions;
import com.cargobond.local.identity.MachineKey;
import io.quarkus.runtime.Quarkus;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts the parts in the order in which they need each other. */
public final class Launch {

  private Launch() {}

  /**
   * Runs until interrupted, or until the sample is done.
   *
   * @param home where this machine's key and log are
   * @return the exit code
   */
  public static int run(RunOptions options, Path home) {
    MachineKey key = MachineKey.in(home);
    Path log = home.resolve("cargobond.log");
    try (EmbeddedParts parts = EmbeddedParts.start(options.data())) {
      Settings.apply(options.port(), parts, key.publicKeyPem(), log);
      LocalSystem.prepare(new LocalSystem.Surroundings(options, parts, key, log));
      AtomicInteger exitCode = new AtomicInteger();
      Quarkus.run(LocalSystem.class, (code, failure) -> exitCode.set(code));
      return exitCode.get();
    }
  }
}
