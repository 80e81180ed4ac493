package com.cargobond.local.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the packaged application as {@code ./cargobond} does, with a home of its own. */
final class CommandLine {

  /** Where the key and the logs of the systems under test are. */
  static final Path HOME = makeHome();

  private static final Path APPLICATION = Path.of("target/quarkus-app/quarkus-run.jar");

  private CommandLine() {}

  /** What a command printed, and how it ended. */
  record Result(int exitCode, String out, String err) {}

  /** Runs a command to its end. */
  static Result run(String... arguments) {
    try {
      Path out = Files.createTempFile(HOME, "command", ".out");
      Path err = Files.createTempFile(HOME, "command", ".err");
      int exitCode =
          process(arguments)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start()
              .waitFor();
      return new Result(exitCode, text(out), text(err));
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  static ProcessBuilder process(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dcargobond.home=" + HOME,
                "-jar",
                APPLICATION.toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private static Path makeHome() {
    try {
      return Files.createDirectories(Path.of("target/it-home").toAbsolutePath());
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }
}
