package com.cargobond.local.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.local.file.BareTimes;
import com.cargobond.local.file.ReaderResult;
import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/**
 * Files of any bytes are read as statements or refused by their name, and nothing else. {@code
 * JAZZER_FUZZ=1} searches for bytes that do otherwise.
 */
class StatementFuzzTest {

  @FuzzTest(maxDuration = "5m")
  @DictionaryFile(resourcePath = "camt.dict")
  void statements(byte[] content) {
    List<Statement> statements =
        ReaderResult.to(
                content, (file, bytes) -> StatementReader.read(file, bytes, BareTimes.OF_CHINA))
            .read();
    statements.forEach(StatementFuzzTest::isWholeOrSaysWhatIsWrong);
    List<Reconciliation> found = Reconciliation.of(statements, List.of());
    for (int i = 0; i < statements.size(); i++) {
      hasOneLineForEachMatter(statements.get(i), found.get(i));
    }
  }

  private static void isWholeOrSaysWhatIsWrong(Statement statement) {
    assertThat(statement.from()).isBeforeOrEqualTo(statement.to());
    assertThat(statement.entries()).allMatch(entry -> entry.amount().minor() >= 0);
    assertThat(statement.findings()).isSortedAccordingTo((a, b) -> a.line() - b.line());
    if (statement.isInOrder()) {
      assertThat(statement.entries())
          .allMatch(entry -> entry.amount().currency().equals(statement.currency()))
          .allMatch(
              entry ->
                  entry.bookedOn().stream()
                      .noneMatch(
                          day -> day.isBefore(statement.from()) || day.isAfter(statement.to())));
    }
  }

  /** Nothing that a bank writes makes a line of its own, or moves the cursor. */
  private static void hasOneLineForEachMatter(Statement statement, Reconciliation found) {
    StringWriter report = new StringWriter();
    new ReconciliationReport(new PrintWriter(report)).print(statement, found);
    assertThat(report.toString().split("\n", -1))
        .hasSize(3 + statement.findings().size() + statement.entries().size())
        .noneMatch(line -> line.chars().anyMatch(Character::isISOControl));
  }
}
