package com.cargobond.domain.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A section of the domain's README: what stands between its heading and the next. */
record Readme(List<String> lines) {

  private static final Path FILE = Path.of("README.md");

  static Readme section(String heading) {
    List<String> all = read();
    int start = all.indexOf(heading);
    if (start < 0) {
      throw new IllegalArgumentException(FILE.toAbsolutePath() + " has no heading " + heading);
    }
    return new Readme(
        all.stream().skip(start + 1L).takeWhile(line -> !line.startsWith("#")).toList());
  }

  private static List<String> read() {
    try {
      return Files.readAllLines(FILE);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The cells of each row of its table, the head among them; code without its backticks. */
  List<List<String>> rows() {
    return lines.stream()
        .filter(line -> line.startsWith("|"))
        .map(Readme::cells)
        .filter(cells -> !cells.getFirst().startsWith("---"))
        .toList();
  }

  private static List<String> cells(String row) {
    return Arrays.stream(row.substring(1, row.lastIndexOf('|')).split("\\|"))
        .map(cell -> cell.strip().replace("`", ""))
        .toList();
  }

  /** The lines of its diagram. */
  Stream<String> diagram() {
    return lines.stream()
        .dropWhile(line -> !line.equals("```mermaid"))
        .skip(1)
        .takeWhile(line -> !line.equals("```"))
        .map(String::strip);
  }
}
