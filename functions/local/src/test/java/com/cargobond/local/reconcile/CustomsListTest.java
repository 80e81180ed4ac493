package com.cargobond.local.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.domain.deposit.Decision;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.payment.ApprovalNo;
import com.cargobond.local.file.UnreadableFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Customs' list becomes its decisions, or an error that says where. */
class CustomsListTest {

  private static final String HEADER = "depositId,approvalNo,decision,amount,currency\n";

  @TempDir Path directory;

  @Test
  void every_line_is_read() throws Exception {
    assertThat(
            read("\uFEFF" + HEADER + "DEP-1,A1,REFUND,692.30,CNY\r\n\nDEP-2, A2,CONVERSION,7,JPY"))
        .containsExactly(
            decision("DEP-1", "A1", Decision.Kind.REFUND, "692.30", "CNY", 2),
            decision("DEP-2", "A2", Decision.Kind.CONVERSION, "7", "JPY", 4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n"})
  void fields_may_be_quoted_and_lines_end_in_any_way(String end) throws Exception {
    assertThat(
            read(
                "\"depositId\", \"approvalNo\",\"decision\",\"amount\",\"currency\""
                    + end
                    + "\"DEP-1\",\"A1\",\"REFUND\",\"692.30\",\"CNY\""
                    + end
                    + end
                    + "\"DEP-2\",A2, \"CONVERSION\" ,\"7\",JPY"))
        .containsExactly(
            decision("DEP-1", "A1", Decision.Kind.REFUND, "692.30", "CNY", 2),
            decision("DEP-2", "A2", Decision.Kind.CONVERSION, "7", "JPY", 4));
  }

  @Test
  void a_field_may_hold_a_comma_a_quote_or_a_line_break_and_is_told_by_its_line() {
    assertFails(HEADER + "\"DEP,1\",A1,REFUND,1,CNY", 2, "depositId: must be 1 to 64 letters");
    assertFails(HEADER + "\"DEP\"\"1\",A1,REFUND,1,CNY", 2, "depositId: must be 1 to 64 letters");
    assertFails(HEADER + "DEP-1,\"A\n\n1\",REFUND,1,CNY", 2, "approvalNo: must be 1 to 64 letters");
    assertFails(
        HEADER + "\n\"DEP-1\n\",A1,REFUND,1,CNY\nDEP-2,A2,NONE,1,CNY",
        5,
        "decision: must be REFUND");
    assertFails(HEADER + "\"DEP-1\"x,A1,REFUND,1,CNY", 2, "is no comma-separated list: ");
    assertFails(HEADER + "\"DEP-1", 2, "is no comma-separated list: ");
  }

  @Test
  void a_list_in_utf_16_is_read_and_other_encodings_are_not_guessed() throws Exception {
    String list = HEADER + "DEP-1,A1,REFUND,692.30,CNY";

    assertThat(CustomsList.read(Path.of("c.csv"), list.getBytes(StandardCharsets.UTF_16)))
        .isEqualTo(read(list));
    byte[] gb18030 = list.replace("DEP-1", "\u9000").getBytes(Charset.forName("GB18030"));
    assertThatThrownBy(() -> CustomsList.read(Path.of("c.csv"), gb18030))
        .isInstanceOf(UnreadableFile.class)
        .hasMessage("c.csv:2: is UTF-8, of which byte 47 of the file is not");
  }

  @Test
  void a_day_without_decisions_is_a_header() throws Exception {
    assertThat(read(HEADER)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DEP-1,A1,REFUND,692.30 | must have 5 columns, has 4",
        "DEP-1,A1,REFUND,6,92.30,CNY | must have 5 columns, has 6",
        "DEP 1,A1,REFUND,692.30,CNY | depositId: must be 1 to 64 letters",
        "DEP-1,,REFUND,692.30,CNY | approvalNo: must be 1 to 64 letters",
        "DEP-1,A1,refund,692.30,CNY | decision: must be REFUND or CONVERSION",
        "DEP-1,A1,REFUND,692.305,CNY | amount: must have at most 2 decimals in CNY",
        "DEP-1,A1,REFUND,-1.00,CNY | amount: must not be negative",
        "DEP-1,A1,REFUND,692.30,CNH | currency: must be an ISO 4217 currency",
      })
  void what_is_wrong_is_named_with_its_line(String line, String rule) {
    assertFails(HEADER + "DEP-0,A0,REFUND,1.00,CNY\n" + line, 3, rule);
  }

  @Test
  void another_file_is_refused() {
    assertFails("", 1, "must begin with depositId,approvalNo,decision,amount,currency");
    assertFails("<Document/>", 1, "must begin with depositId");
    assertFails("depositId;approvalNo;decision;amount;currency", 1, "must begin with depositId,");
  }

  @Test
  void a_file_that_is_too_large_is_refused() throws Exception {
    Path large = directory.resolve("large.csv");
    try (var file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(CustomsList.FILE_BYTES_MAX + 1);
    }

    assertThatThrownBy(() -> CustomsList.read(large))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageEndingWith("large.csv: is larger than 16777216 bytes");
  }

  private static CustomsDecision decision(
      String deposit,
      String approvalNo,
      Decision.Kind kind,
      String amount,
      String currency,
      int line) {
    return new CustomsDecision(
        new DepositId(deposit),
        new ApprovalNo(approvalNo),
        kind,
        Money.parse(amount, Money.currency(currency)),
        line);
  }

  private void assertFails(String text, int line, String rule) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("customs.csv:" + line + ": " + rule)
        .message()
        .hasLineCount(1);
  }

  private List<CustomsDecision> read(String text) throws UnreadableFile, IOException {
    return CustomsList.read(Files.writeString(directory.resolve("customs.csv"), text));
  }
}
