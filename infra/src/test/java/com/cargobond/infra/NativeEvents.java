package com.cargobond.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The native executable of the event functions. */
final class NativeEvents {

  private NativeEvents() {}

  /** Where it is; skips the rest of the test, and says so, where it was not built. */
  static Path orSkip() throws IOException {
    Path target = Path.of("../functions/events/target");
    try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
      Optional<Path> runner = files.filter(file -> file.toString().endsWith("-runner")).findFirst();
      if (runner.isEmpty()) {
        String skipped = "infra: SKIPPED, no native executable in " + target + " to run on it";
        System.err.println(skipped);
        Assumptions.abort(skipped);
      }
      return runner.get().toAbsolutePath();
    }
  }
}
