package com.cargobond.local.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that works on a directory without end, until it is killed as by {@code kill -9}. */
final class KilledProcess {

  private static final String ACCEPTED = "accepted ";

  private KilledProcess() {}

  /** Runs the class' main method with the directory; kills it once so much was accepted. */
  static List<String> acceptedBy(Class<?> main, Path directory, int enough)
      throws IOException, InterruptedException {
    List<String> accepted = new ArrayList<>();
    Path log = directory.resolve(main.getSimpleName() + ".log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                directory.toString())
            .redirectError(log.toFile())
            .start();
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine();
          line != null && accepted.size() < enough;
          line = lines.readLine()) {
        if (line.startsWith(ACCEPTED)) {
          accepted.add(line.substring(ACCEPTED.length()));
        }
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(accepted).as("accepted by the process, which logs to %s", log).hasSize(enough);
    return accepted;
  }

  /** Called in the process. */
  static void tellAccepted(String what) {
    System.out.println(ACCEPTED + what);
  }
}
