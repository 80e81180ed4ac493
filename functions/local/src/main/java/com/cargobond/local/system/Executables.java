package com.cargobond.local.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The two native executables of a build. */
record Executables(Path api, Path events) {

  /** From the application's jar up to the checkout: functions/local/target/quarkus-app/….jar. */
  private static final int FOLDERS_UP = 5;

  /**
   * Those of the build that this application is of.
   *
   * @throws IllegalStateException if one of them was not built
   */
  static Executables ofThisBuild() {
    Path checkout = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
    for (int i = 0; i < FOLDERS_UP; i++) {
      checkout = checkout.getParent();
    }
    return new Executables(
        in(checkout.resolve("functions/api/target")),
        in(checkout.resolve("functions/events/target")));
  }

  private static Path in(Path target) {
    try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-runner"))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "no native executable in "
                          + target
                          + ": ./mvnw package -Dnative -DskipTests builds it"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
