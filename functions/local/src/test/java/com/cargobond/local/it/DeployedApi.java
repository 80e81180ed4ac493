package com.cargobond.local.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;

/** The API's function as its module was built: an executable, or a jar with what starts it. */
final class DeployedApi {

  private static final Path TARGET = Path.of("../api/target").toAbsolutePath().normalize();
  private static final boolean NATIVE =
      System.getProperty("cargobond.it.run", "").contains("--native");

  private DeployedApi() {}

  static Path executable() throws IOException {
    return NATIVE ? built("-runner") : onJvm(built("-runner.jar"));
  }

  private static Path onJvm(Path jar) throws IOException {
    Path bootstrap = Files.createTempFile(CommandLine.HOME, "bootstrap", "");
    Files.writeString(
        bootstrap,
        """
        #!/bin/sh
        exec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \\
          --add-opens java.base/java.lang=ALL-UNNAMED -cp '%s:%s' %s
        """
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                jar,
                Path.of("target/test-classes").toAbsolutePath(),
                LambdaOnJvm.class.getName()));
    return Files.setPosixFilePermissions(bootstrap, PosixFilePermissions.fromString("rwx------"));
  }

  private static Path built(String ending) throws IOException {
    try (Stream<Path> files = Files.list(TARGET)) {
      Optional<Path> found =
          files.filter(file -> file.getFileName().toString().endsWith(ending)).findFirst();
      return found.orElseThrow(
          () -> new IllegalStateException("nothing like *" + ending + " in " + TARGET));
    }
  }
}
