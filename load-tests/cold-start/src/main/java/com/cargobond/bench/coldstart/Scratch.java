package com.cargobond.bench.coldstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A process's own folder for temporary files, empty as Lambda's is when it makes a sandbox: what
 * killed processes left behind would have the next one look for a free name.
 */
record Scratch(Path folder) implements AutoCloseable {

  static Scratch create() throws IOException {
    return new Scratch(Files.createTempDirectory("cold-start-"));
  }

  String argument() {
    return "-Djava.io.tmpdir=" + folder;
  }

  @Override
  public void close() throws IOException {
    List<Path> content;
    try (Stream<Path> walk = Files.walk(folder)) {
      content = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : content) {
      Files.deleteIfExists(path);
    }
  }
}
