package com.cargobond.local.reconcile;

import com.cargobond.domain.deposit.Decision;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.payment.ApprovalNo;
import com.cargobond.local.file.FileContent;
import com.cargobond.local.file.FileText;
import com.cargobond.local.file.UnreadableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads what Customs decided from its list: comma-separated values (RFC 4180) under a header, in
 * UTF-8, or in UTF-16 with a byte order mark. Other encodings are refused and never guessed.
 */
public final class CustomsList {

  /** Bounds what is held in memory; some hundred thousand lines. */
  static final long FILE_BYTES_MAX = 16L * 1024 * 1024;

  private static final List<String> HEADER =
      List.of("depositId", "approvalNo", "decision", "amount", "currency");
  private static final String MUST_BEGIN = "must begin with " + String.join(",", HEADER);

  /** As RFC 4180 has it, with blanks around a field; empty lines are records, for their number. */
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreSurroundingSpaces(true).setIgnoreEmptyLines(false).get();

  private CustomsList() {}

  /**
   * Every line of a list, in its order.
   *
   * @throws UnreadableFile with the line that breaks a rule
   */
  public static List<CustomsDecision> read(Path file) throws UnreadableFile {
    return read(file, FileContent.read(file, FILE_BYTES_MAX));
  }

  /**
   * Every line of a list's content, in its order.
   *
   * @param file where it is from, for errors
   * @throws UnreadableFile with the line that breaks a rule
   */
  public static List<CustomsDecision> read(Path file, byte[] content) throws UnreadableFile {
    FileText text = FileText.of(file, content);
    List<CustomsDecision> decisions = new ArrayList<>();
    boolean isHeader = true;
    // Where a record begins: one that holds line breaks is told by its first line.
    long line = 1;
    try (CSVParser records = CSVParser.builder().setReader(text.open()).setFormat(FORMAT).get()) {
      Iterator<CSVRecord> rest = records.iterator();
      while (rest.hasNext()) {
        CSVRecord record = rest.next();
        Line read = new Line(file, Math.toIntExact(line), columns(record));
        line = records.getCurrentLineNumber() + 1;
        if (isHeader) {
          read.requireHeader();
          isHeader = false;
        } else if (!read.isBlank()) {
          decisions.add(read.decision());
        }
      }
    } catch (IOException | UncheckedIOException broken) {
      throw new UnreadableFile(
          file, Math.toIntExact(line), "is no comma-separated list: " + broken.getMessage());
    }
    if (isHeader) {
      throw new UnreadableFile(file, 1, MUST_BEGIN);
    }
    return decisions;
  }

  private static List<String> columns(CSVRecord record) {
    return record.stream().map(String::strip).toList();
  }

  private record Line(Path file, int number, List<String> columns) {

    void requireHeader() throws UnreadableFile {
      if (!columns.equals(HEADER)) {
        throw new UnreadableFile(file, number, MUST_BEGIN);
      }
    }

    boolean isBlank() {
      return columns.size() == 1 && columns.getFirst().isEmpty();
    }

    CustomsDecision decision() throws UnreadableFile {
      if (columns.size() != HEADER.size()) {
        throw new UnreadableFile(
            file, number, "must have %d columns, has %d".formatted(HEADER.size(), columns.size()));
      }
      return new CustomsDecision(
          read("depositId", DepositId::new),
          read("approvalNo", ApprovalNo::new),
          read("decision", CustomsList::kind),
          amount(),
          number);
    }

    private Money amount() throws UnreadableFile {
      var currency = read("currency", Money::currency);
      return read("amount", text -> Money.parse(text, currency));
    }

    private <T> T read(String column, Function<String, T> reading) throws UnreadableFile {
      try {
        return reading.apply(columns.get(HEADER.indexOf(column)));
      } catch (BrokenRule broken) {
        throw new UnreadableFile(file, number, column + ": " + broken.getMessage());
      }
    }
  }

  private static Decision.Kind kind(String text) {
    return Arrays.stream(Decision.Kind.values())
        .filter(kind -> kind.name().equals(text))
        .findFirst()
        .orElseThrow(() -> new BrokenRule("must be REFUND or CONVERSION"));
  }
}
