package com.cargobond.local.system;

import com.cargobond.local.identity.MachineKey;
import io.quarkus.runtime.Quarkus;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts the parts in the order in which they need each other. */
public final class Launch {

  private Launch() {}

  /**
   * What to start.
   *
   * @param data where data are kept; in memory if empty
   * @param home where this machine's key and logs are
   */
  public record Options(int port, Optional<Path> data, boolean sample, boolean exit, Path home) {}

  /** Runs until interrupted, or until the sample is done; answers with the exit code. */
  public static int run(Options options) {
    MachineKey key = MachineKey.in(options.home());
    Path log = options.home().resolve("cargobond.log");
    try (EmbeddedParts parts = EmbeddedParts.start(options.data())) {
      Settings.apply(options.port(), parts.dynamoDb(), parts.queues(), key.publicKeyBase64(), log);
      LocalSystem.prepare(options, parts, key, log);
      AtomicInteger exitCode = new AtomicInteger();
      Quarkus.run(LocalSystem.class, (code, failure) -> exitCode.set(code));
      return exitCode.get();
    }
  }
}
