package com.cargobond.local.reconcile;

import com.cargobond.domain.deposit.Decision;
import com.cargobond.domain.identity.DepositId;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.payment.ApprovalNo;
import com.cargobond.local.file.FileContent;
import com.cargobond.local.file.UnreadableFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Reads what Customs decided from its list: lines of comma-separated values under a header. */
public final class CustomsList {

  /** Bounds what is held in memory; some hundred thousand lines. */
  static final long FILE_BYTES_MAX = 16L * 1024 * 1024;

  private static final List<String> HEADER =
      List.of("depositId", "approvalNo", "decision", "amount", "currency");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private CustomsList() {}

  /**
   * Every line of a list, in its order.
   *
   * @throws UnreadableFile with the line that breaks a rule
   */
  public static List<CustomsDecision> read(Path file) throws UnreadableFile {
    String text =
        new String(FileContent.read(file, FILE_BYTES_MAX), StandardCharsets.UTF_8)
            .replaceFirst("^" + BYTE_ORDER_MARK, "");
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !columns(lines.getFirst()).equals(HEADER)) {
      throw new UnreadableFile(file, 1, "must begin with " + String.join(",", HEADER));
    }
    List<CustomsDecision> decisions = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        decisions.add(new Line(file, i + 1, columns(lines.get(i))).decision());
      }
    }
    return decisions;
  }

  private static List<String> columns(String line) {
    return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
  }

  private record Line(Path file, int number, List<String> columns) {

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
