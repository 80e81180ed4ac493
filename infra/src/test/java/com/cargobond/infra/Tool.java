package com.cargobond.infra;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A program that a machine may have. */
enum Tool {
  NODE("node"),
  CFN_LINT("cfn-lint"),
  MOTO_SERVER("moto_server"),
  AWS("aws"),
  /** Of this folder, not of the PATH. */
  RESTORE("./restore");

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

  /**
   * Runs it to its end.
   *
   * @return what it wrote
   * @throws AssertionError unless it ended well
   */
  String run(List<String> arguments, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(command));
    line.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError(command + " " + arguments + ": " + output);
    }
    return output;
  }
}
