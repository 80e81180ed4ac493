package com.cargobond.infra;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A program that a machine may have. */
enum Tool {
  NODE("node"),
  CFN_LINT("cfn-lint"),
  MOTO_SERVER("moto_server"),
  AWS("aws");

  private final String command;

  Tool(String command) {
    this.command = command;
  }

  boolean isThere() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }

  /** Skips the rest of the test, and says so, where the program is not there. */
  void orSkip() {
    if (!isThere()) {
      String skipped = "infra: SKIPPED, " + command + " is not on the PATH";
      System.err.println(skipped);
      Assumptions.abort(skipped);
    }
  }

  /** Starts it; what it writes to either stream can be read from the one. */
  Process start(List<String> arguments) throws IOException {
    List<String> line = new ArrayList<>(List.of(command));
    line.addAll(arguments);
    return new ProcessBuilder(line).redirectErrorStream(true).start();
  }

  /**
   * Runs it to its end.
   *
   * @return what it wrote
   * @throws AssertionError unless it ended well
   */
  String run(List<String> arguments) throws IOException, InterruptedException {
    Process process = start(arguments);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError(command + " " + arguments + ": " + output);
    }
    return output;
  }
}
