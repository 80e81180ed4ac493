package com.cargobond.bench.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table that Markdown renders and a terminal shows aligned. */
public final class MarkdownTable {

  private final List<List<String>> rows = new ArrayList<>();

  /** A table with these headings and no row yet. */
  public MarkdownTable(String... headings) {
    rows.add(List.of(headings));
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if it has not a cell for each heading
   */
  public void add(String... cells) {
    if (cells.length != rows.getFirst().size()) {
      throw new IllegalArgumentException("a row has a cell for each heading");
    }
    rows.add(List.of(cells));
  }

  /** The lines, without an end of line after the last. */
  @Override
  public String toString() {
    List<Integer> widths =
        IntStream.range(0, rows.getFirst().size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .boxed()
            .toList();
    List<String> lines = new ArrayList<>(rows.stream().map(row -> line(row, widths, " ")).toList());
    lines.add(
        1,
        line(Collections.nCopies(widths.size(), ""), widths, " ")
            .chars()
            .mapToObj(character -> character == '|' ? "|" : "-")
            .collect(Collectors.joining()));
    return String.join("\n", lines);
  }

  private static String line(List<String> cells, List<Integer> widths, String padding) {
    return IntStream.range(0, cells.size())
        .mapToObj(
            column ->
                padding
                    + cells.get(column)
                    + " ".repeat(widths.get(column) - cells.get(column).length())
                    + padding)
        .collect(Collectors.joining("|", "|", "|"));
  }
}
