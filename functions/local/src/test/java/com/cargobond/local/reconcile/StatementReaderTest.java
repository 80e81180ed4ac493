package com.cargobond.local.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.money.Money;
import com.cargobond.local.file.BareTimes;
import com.cargobond.local.file.UnreadableFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bank's statement becomes its entries, or an error that says where. */
class StatementReaderTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
  private static final Currency CNY = Money.currency("CNY");
  private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";
  private static final String OPENING =
      "<Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"CNY\">1985.30</Amt><CdtDbtInd>CRDT</CdtDbtInd>"
          + "<Dt><Dt>2026-11-02</Dt></Dt>";

  @TempDir Path directory;

  @Test
  void a_statement_names_its_account_and_its_days() throws Exception {
    Statement statement = read(fixture()).getFirst();

    assertThat(statement.findings()).isEmpty();
    assertThat(statement.id()).isEqualTo("STMT-20261102");
    assertThat(statement.account()).isEqualTo("REFUNDS-CNY");
    assertThat(statement.currency()).isEqualTo(CNY);
    assertThat(statement.from()).isEqualTo(DAY);
    assertThat(statement.to()).isEqualTo(DAY);
  }

  @Test
  void every_transaction_of_every_entry_is_read() throws Exception {
    assertThat(read(fixture()).getFirst().entries())
        .containsExactly(
            new StatementEntry(
                Direction.DEBIT,
                yuan("692.30"),
                Optional.of(DAY),
                Optional.of("RF-0a1b2c3d4e5f60718293a4b5"),
                Optional.of(new Uetr("b94458f8-1f27-40e9-bf74-000000000001")),
                false,
                Optional.empty(),
                29),
            new StatementEntry(
                Direction.DEBIT,
                yuan("100.00"),
                Optional.of(DAY),
                Optional.empty(),
                Optional.of(new Uetr("b94458f8-1f27-40e9-bf74-000000000002")),
                false,
                Optional.empty(),
                46),
            new StatementEntry(
                Direction.DEBIT,
                yuan("250.00"),
                Optional.of(DAY),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                50),
            new StatementEntry(
                Direction.CREDIT,
                yuan("50.00"),
                Optional.of(DAY),
                Optional.of("RF-0a1b2c3d4e5f60718293a4b7"),
                Optional.empty(),
                true,
                Optional.of("AC04"),
                57),
            new StatementEntry(
                Direction.CREDIT,
                yuan("7.00"),
                Optional.of(DAY),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty(),
                65));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-02T00:00:00+08:00, 2026-11-02, 2026-11-02T23:59:59+08:00, 2026-11-02",
    "2026-11-01T16:00:00Z,      2026-11-02, 2026-11-02T16:00:00Z,      2026-11-02",
    "2026-11-02T00:00:00,       2026-11-02, 2026-11-09T00:00:00.000,   2026-11-08",
    "2026-11-01T24:00:00,       2026-11-02, 2026-11-08T24:00:00+08:00, 2026-11-08",
    "2026-11-02T00:00:01,       2026-11-02, 2026-11-08T23:59:59.999,   2026-11-08",
  })
  void the_period_is_whole_days_in_china(String from, LocalDate first, String to, LocalDate last)
      throws Exception {
    Statement statement =
        read(fixture()
                .replaceFirst("<FrDtTm>.*<", "<FrDtTm>" + from + "<")
                .replaceFirst("<ToDtTm>.*<", "<ToDtTm>" + to + "<"))
            .getFirst();

    assertThat(statement.from()).isEqualTo(first);
    assertThat(statement.to()).isEqualTo(last);
  }

  @Test
  void without_a_period_it_reaches_from_the_opening_to_the_closing_balance() throws Exception {
    Statement statement =
        read(withoutPeriod(fixture()).replace(OPENING, OPENING.replace("11-02", "10-30")))
            .getFirst();

    assertThat(statement.from()).isEqualTo("2026-10-30");
    assertThat(statement.to()).isEqualTo("2026-11-02");
  }

  @Test
  void without_balance_dates_either_it_reaches_over_its_entries() throws Exception {
    Statement statement =
        read(withoutBalances(withoutPeriod(fixture())).replace("-01T20:30", "-02T20:30"))
            .getFirst();

    assertThat(statement.from()).isEqualTo(DAY);
    assertThat(statement.to()).isEqualTo(DAY.plusDays(1));
  }

  @ParameterizedTest
  @CsvSource({"2026-11-05T01:00:00+08:00, 2026-11-05", "2026-11-04T17:00:00Z, 2026-11-05"})
  void without_anything_else_it_is_the_day_on_which_it_was_made(String made, LocalDate day)
      throws Exception {
    String bare = withoutBalances(withoutPeriod(fixture())).replaceAll("(?s)<Ntry>.*</Ntry>", "");
    String message =
        bare.replaceAll("<CreDtTm>.*</CreDtTm>", "")
            .replaceFirst("<MsgId>", "<CreDtTm>" + made + "</CreDtTm><MsgId>");

    assertThat(read(message).getFirst().from()).isEqualTo(day);
    assertThat(read(message).getFirst().to()).isEqualTo(day);
    assertFails(
        message.replaceAll("<CreDtTm>.*</CreDtTm>", ""), 9, "Stmt: must say its period: FrToDt");
  }

  @Test
  void an_opening_balance_after_the_closing_one_is_refused() throws Exception {
    assertFails(
        withoutPeriod(fixture()).replace(OPENING, OPENING.replace("11-02", "11-03")),
        13,
        "Stmt/Bal: OPBD must not be after what follows it");
  }

  @Test
  void an_entry_without_a_booking_date_has_its_value_date_or_none() throws Exception {
    String valued =
        fixture()
            .replaceFirst(
                "<BookgDt><Dt>2026-11-02</Dt></BookgDt>", "<ValDt><Dt>2026-11-01</Dt></ValDt>");
    String undated = fixture().replaceFirst("<BookgDt><Dt>2026-11-02</Dt></BookgDt>", "");

    assertThat(read(valued).getFirst().entries().getFirst().bookedOn())
        .contains(LocalDate.of(2026, 11, 1));
    assertThat(read(undated).getFirst().entries().getFirst().bookedOn()).isEmpty();
    assertThat(read(undated).getFirst().isInOrder()).isTrue();
  }

  @Test
  void a_transaction_of_a_batch_may_say_its_amount_in_its_details() throws Exception {
    String detailed =
        fixture()
            .replace(
                "<Amt Ccy=\"CNY\">100.00</Amt>",
                "<AmtDtls><TxAmt><Amt Ccy=\"CNY\">100.00</Amt></TxAmt></AmtDtls>");

    assertThat(read(detailed)).isEqualTo(read(fixture()));
  }

  @Test
  void the_only_transaction_of_an_entry_has_the_entrys_amount() throws Exception {
    String converted =
        fixture()
            .replace(
                "<RltdPties>",
                "<AmtDtls><TxAmt><Amt Ccy=\"HKD\">700.00</Amt></TxAmt></AmtDtls><RltdPties>");

    assertThat(read(converted)).isEqualTo(read(fixture()));
  }

  @Test
  void a_message_may_hold_the_statements_of_several_accounts() throws Exception {
    String one = fixture().replaceAll("(?s)^.*(<Stmt>.*</Stmt>).*$", "$1");
    String other =
        one.replace("STMT-20261102", "OTHER")
            .replaceAll("(?s)<Ntry>.*</Ntry>", "")
            .replace("<Othr><Id>REFUNDS-CNY</Id></Othr>", "<IBAN>HK123456</IBAN>")
            .replace("<Ccy>CNY</Ccy>", "")
            .replace("\"CNY\"", "\"HKD\"");

    List<Statement> statements = read(fixture().replace("</Stmt>", "</Stmt>" + other));

    assertThat(statements).extracting(Statement::id).containsExactly("STMT-20261102", "OTHER");
    assertThat(statements.get(0).entries()).hasSize(5);
    assertThat(statements.get(1).entries()).isEmpty();
    assertThat(statements.get(1).account()).isEqualTo("HK123456");
    assertThat(statements.get(1).currency().getCurrencyCode()).isEqualTo("HKD");
  }

  @Test
  void what_the_payees_are_called_stays_behind() throws Exception {
    assertThat(read(fixture()).toString()).doesNotContain("SECRET");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<Ccy>CNY</Ccy> | <Ccy>CNH</Ccy> | 16 | Stmt/Acct/Ccy: must be an ISO 4217 currency",
        "<FrDtTm>2026-11-02T | <FrDtTm>2026-11-04T | 14 | ToDtTm: must be after FrDtTm",
        "<ToDtTm>2026-11-03T00:00:00+08:00</ToDtTm> | '' | 12 | Stmt/FrToDt/ToDtTm is missing",
        "<Id>STMT-20261102</Id> | '' | 9 | Stmt/Id is missing",
        "<Othr><Id>REFUNDS-CNY</Id></Othr> | '' | 16 | Stmt/Acct/Id/Othr/Id is missing",
        "<LastPgInd>true | <LastPgInd>false | 7 | LastPgInd: must be true: the statement must be",
        "<Id>STMT- | <StmtPgntn><PgNb>2</PgNb></StmtPgntn><Id>STMT- | 10 | PgNb: must be 1",
      })
  void what_is_wrong_is_named_with_its_line(String from, String to, int line, String rule)
      throws Exception {
    assertThat(fixture()).contains(from);
    assertFails(fixture().replaceFirst(Pattern.quote(from), to), line, rule);
  }

  @Test
  void another_message_is_refused() {
    assertFails(
        "<Document xmlns='urn:a'/>", 1, "is {urn:a}Document, not a Document of a statement");
    assertFails("<Document/>", 1, "is {}Document, not a Document of a statement (camt.053.001.02");
    assertFails(
        "<Document xmlns='" + NAMESPACE + "'>\n<BkToCstmrDbtCdtNtfctn/></Document>",
        2,
        "is {" + NAMESPACE + "}BkToCstmrDbtCdtNtfctn, not a BkToCstmrStmt of a statement");
  }

  @Test
  void elements_of_another_namespace_do_not_count() throws Exception {
    String foreign = fixture().replaceFirst("<Ntry>", "<Ntry xmlns='urn:b'>");
    assertThat(read(foreign).getFirst().entries()).hasSize(4);
  }

  @Test
  void what_banks_add_in_another_namespace_is_passed_over_however_it_is_built() throws Exception {
    String added = "<x:a xmlns:x='urn:b'>".repeat(70) + "text" + "</x:a>".repeat(70);
    String entryAndStatement =
        fixture().replace("SECRET", added).replaceFirst("</Acct>", "</Acct>" + added);
    assertThat(read(entryAndStatement)).isEqualTo(read(fixture()));
  }

  @Test
  void a_message_without_a_statement_is_refused() throws Exception {
    assertThatThrownBy(() -> read(fixture().replaceAll("(?s)<Stmt>.*</Stmt>", "")))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageEndingWith("statement.xml: holds no statement (Stmt)");
  }

  @Test
  void a_document_type_is_refused_before_anything_of_it_is_fetched() throws Exception {
    assertFails(
        fixture()
            .replaceFirst(
                "<Document", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<Document")
            .replace("STMT-20261102", "&e;"),
        2,
        "has a document type");
  }

  @Test
  void an_entity_bomb_is_refused() {
    assertFails(
        """
        <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
        <x>&c;</x>""",
        1,
        "has a document type");
  }

  @Test
  void more_elements_than_a_statement_has_are_refused() throws Exception {
    String many = "<a/>".repeat(CamtParts.ELEMENTS_MAX);
    assertFails(
        fixture().replaceFirst("<BkTxCd/>", many), 43, "has more than 200000 elements in one");
    assertFails(
        fixture().replaceFirst("</Acct>", "</Acct>" + many),
        16,
        "has more than 200000 elements besides");
    assertFails(
        fixture().replaceFirst("<Ntry>", "<Ntry/>".repeat(StatementReader.FINDINGS_MAX) + "<Ntry>"),
        9,
        "must not have more than 10000 things to remark on");
  }

  @Test
  void a_file_in_utf_16_is_read() throws Exception {
    byte[] wide = fixture().replace("\"UTF-8\"", "\"UTF-16\"").getBytes(StandardCharsets.UTF_16);

    assertThat(StatementReader.read(Path.of("s.xml"), wide, BareTimes.OF_CHINA))
        .isEqualTo(read(fixture()));
  }

  @Test
  void a_file_that_is_not_of_its_encoding_is_refused_and_the_error_stream_stays_silent()
      throws Exception {
    byte[] latin = fixture().replace("SECRET", "S\u00c9CRET").getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
    try {
      assertThatThrownBy(() -> StatementReader.read(Path.of("s.xml"), latin, BareTimes.OF_CHINA))
          .isInstanceOf(UnreadableFile.class)
          .hasMessageStartingWith("s.xml:34: is UTF-8, of which byte ");
    } finally {
      System.setErr(before);
    }
    assertThat(told.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void what_is_no_xml_is_refused_with_its_line_and_in_one_line() throws Exception {
    assertFails("", 1, "is not XML: ");
    assertFails("hello", 1, "is not XML: ");
    assertFails(fixture().substring(0, fixture().indexOf("<RltdPties>")), 34, "is not XML: ");
    assertFails(fixture().replaceFirst("</Refs>", "</Ref>"), 33, "is not XML: ");
    assertFails(fixture().replace("SECRET", "&e;"), 34, "is not XML: ");
  }

  @Test
  void what_is_nested_too_deep_or_too_long_is_refused() throws Exception {
    assertFails(fixture().replace("SECRET", "<a>".repeat(70)), 34, "is nested deeper than 64");
    assertFails(fixture().replace("SECRET", "x".repeat(20_000)), 34, "has more than 16384");
    String longName = "n".repeat(500);
    assertFails(
        fixture().replace("SECRET", "<" + longName + "/>"), 34, "has names within names of more");
  }

  @Test
  void a_file_that_is_not_there_or_too_large_is_refused() throws Exception {
    Path large = directory.resolve("large.xml");
    try (var file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(StatementReader.FILE_BYTES_MAX + 1);
    }
    assertThatThrownBy(
            () -> StatementReader.read(directory.resolve("none.xml"), BareTimes.OF_CHINA))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageEndingWith("none.xml: is not there");
    assertThatThrownBy(() -> StatementReader.read(large, BareTimes.OF_CHINA))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageEndingWith("large.xml: is larger than 67108864 bytes");
  }

  private void assertFails(String xml, int line, String rule) {
    assertThatThrownBy(() -> read(xml))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("statement.xml:" + line + ": ")
        .hasMessageContaining(rule)
        .message()
        .hasLineCount(1);
  }

  private List<Statement> read(String xml) throws UnreadableFile, IOException {
    return StatementReader.read(
        Files.writeString(directory.resolve("statement.xml"), xml), BareTimes.OF_CHINA);
  }

  private static Money yuan(String amount) {
    return Money.parse(amount, CNY);
  }

  /** Line by line the same otherwise. */
  private static String withoutPeriod(String message) {
    return message.replaceAll("(?s)<FrToDt>.*?</FrToDt>\\s*", "");
  }

  private static String withoutBalances(String message) {
    return message.replace("CLBD", "ITAV").replace("OPBD", "ITAV");
  }

  private static String fixture() throws IOException {
    try (InputStream in = StatementReaderTest.class.getResourceAsStream("statement.xml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
