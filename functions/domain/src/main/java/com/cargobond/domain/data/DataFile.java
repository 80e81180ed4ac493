package com.cargobond.domain.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A table that ships with the code: comma-separated lines without quoting, a header line, comment
 * lines that begin with {@code #}.
 */
public final class DataFile {

  private DataFile() {}

  /**
   * Reads the rows below the header; the last of the columns may contain commas. Only classes that
   * are initialised may ask for it: an executable has them ready, and carries no files.
   *
   * @param owner the class in whose package the file lies
   * @throws IllegalStateException if there is no such file or a row has too few columns
   */
  public static List<List<String>> rows(Class<?> owner, String fileName, int columns) {
    return text(owner, fileName)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .skip(1)
        .map(line -> row(line, fileName, columns))
        .toList();
  }

  private static List<String> row(String line, String fileName, int columns) {
    List<String> row = List.of(line.split(",", columns));
    if (row.size() < columns) {
      throw new IllegalStateException(fileName + " needs " + columns + " columns in: " + line);
    }
    return row;
  }

  private static String text(Class<?> owner, String fileName) {
    try (InputStream file = owner.getResourceAsStream(fileName)) {
      if (file == null) {
        throw new IllegalStateException(fileName + " is not beside " + owner.getName());
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
