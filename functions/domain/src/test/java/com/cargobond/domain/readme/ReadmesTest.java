package com.cargobond.domain.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every README leads where it says, and those that are read first are short. */
class ReadmesTest {

  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final int WORDS_MAX = 900;
  private static final Set<String> NOT_OURS =
      Set.of("target", "node_modules", ".git", ".cargobond");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern COMMAND = Pattern.compile("\\./cargobond ([a-z]+)");

  static List<Path> readmes() throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.endsWith("README.md")) {
              found.add(ROOT.relativize(file));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  @ParameterizedTest
  @MethodSource("readmes")
  void leads_to_what_is_there(Path readme) throws IOException {
    List<String> nowhere =
        LINK.matcher(Files.readString(ROOT.resolve(readme)))
            .results()
            .map(link -> link.group(1))
            .filter(link -> !link.startsWith("http"))
            .filter(link -> !isThere(ROOT.resolve(readme), link))
            .toList();

    assertThat(nowhere).isEmpty();
  }

  private static boolean isThere(Path from, String link) {
    int hash = link.indexOf('#');
    Path file = hash == 0 ? from : from.resolveSibling(hash < 0 ? link : link.substring(0, hash));
    return Files.exists(file) && (hash < 0 || anchors(file).contains(link.substring(hash + 1)));
  }

  /** The headings of a file, as they are linked to. */
  private static Set<String> anchors(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.matches("#+ .*"))
          .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
          .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} -]", "").replace(' ', '-'))
          .collect(Collectors.toSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "functions/README.md"})
  void is_short_where_it_is_read_first(String readme) throws IOException {
    assertThat(Files.readString(ROOT.resolve(readme)).strip().split("\\s+"))
        .hasSizeLessThanOrEqualTo(WORDS_MAX);
  }

  @ParameterizedTest
  @MethodSource("readmes")
  void names_commands_that_there_are(Path readme) throws IOException {
    String script = Files.readString(ROOT.resolve("cargobond"));

    assertThat(COMMAND.matcher(Files.readString(ROOT.resolve(readme))).results())
        .extracting(command -> command.group(1))
        .allSatisfy(command -> assertThat(script).contains("\n  " + command + " "));
  }
}
