package com.cargobond.local.reconcile;

import com.cargobond.domain.input.Text;
import com.cargobond.domain.money.Money;
import com.cargobond.local.file.BareTimes;
import com.cargobond.local.file.FileContent;
import com.cargobond.local.file.FileText;
import com.cargobond.local.file.UnreadableFile;
import com.cargobond.local.file.XsdValues;
import com.cargobond.local.reconcile.Finding.Kind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Reads a bank's statements: ISO 20022 {@code camt.053}, in any of the {@link CamtVersions}. What
 * an entry gets wrong, and what contradicts itself, are findings of the statement; a file that is
 * no such message, or of which one cannot say of what account and days it is, is not read.
 */
public final class StatementReader {

  /** Bounds what is held in memory; some ten thousand entries. */
  static final long FILE_BYTES_MAX = 64L * 1024 * 1024;

  /** Entries and their transactions in one file, of whatever size they are. */
  static final int TRANSACTIONS_MAX = 100_000;

  /** More than anybody reads; a file with so many is another kind of file. */
  static final int FINDINGS_MAX = 10_000;

  private static final int ID_LENGTH_MAX = 35;
  private static final String ONE_PAGE = "the statement must be on one page";

  private final CamtTimes times;
  private final List<Statement> statements = new ArrayList<>();
  private Optional<LocalDate> made = Optional.empty();
  private int transactions;

  private StatementReader(BareTimes bare) {
    times = new CamtTimes(bare);
  }

  /**
   * Every statement of a file, in its order.
   *
   * @param bare whose times are meant that have no offset
   * @throws UnreadableFile if the file is no such message, or a statement of it is not complete
   */
  public static List<Statement> read(Path file, BareTimes bare) throws UnreadableFile {
    return read(file, FileContent.read(file, FILE_BYTES_MAX), bare);
  }

  /**
   * Every statement of a file's content, in its order.
   *
   * @param file where it is from, for errors
   * @param bare whose times are meant that have no offset
   * @throws UnreadableFile if it is no such message, or a statement of it is not complete
   */
  public static List<Statement> read(Path file, byte[] content, BareTimes bare)
      throws UnreadableFile {
    return new StatementReader(bare).read(FileText.of(file, content));
  }

  private List<Statement> read(FileText text) throws UnreadableFile {
    CamtParts parts = CamtParts.of(text);
    Optional<Draft> draft = Optional.empty();
    for (var part = parts.next(); part.isPresent(); part = parts.next()) {
      XmlElement element = part.get();
      if (element.isAt(CamtParts.STATEMENT)) {
        finish(draft);
        draft = Optional.of(new Draft(element));
      } else if (draft.isPresent()) {
        draft.get().add(element);
      } else if (element.isAt("GrpHdr")) {
        requireWhole(element, "MsgPgntn");
        made = element.optional("CreDtTm", times::day);
      }
    }
    finish(draft);
    if (statements.isEmpty()) {
      throw new UnreadableFile(text.file(), "holds no statement (Stmt)");
    }
    return statements;
  }

  private void finish(Optional<Draft> draft) throws UnreadableFile {
    if (draft.isPresent()) {
      statements.add(draft.get().statement());
    }
  }

  /** Of a part of the pages one cannot say what is missing on the others. */
  private static void requireWhole(XmlElement around, String pagination) throws UnreadableFile {
    Optional<Boolean> isFirst =
        around.optional(
            pagination + "/PgNb",
            number -> XsdValues.wholeNumber(number).compareTo(BigDecimal.ONE) == 0);
    Optional<Boolean> isLast = around.optional(pagination + "/LastPgInd", XsdValues::flag);
    if (!isFirst.orElse(true)) {
      throw around.required(pagination + "/PgNb").wrong("must be 1: " + ONE_PAGE);
    }
    if (!isLast.orElse(true)) {
      throw around.required(pagination + "/LastPgInd").wrong("must be true: " + ONE_PAGE);
    }
  }

  /** A statement while it is read; its entries come after all else. */
  private final class Draft {

    private final XmlElement begin;
    private final List<XmlElement> header = new ArrayList<>();
    private final List<BookedEntry> entries = new ArrayList<>();
    private final Findings findings = new Findings();
    private final EntryReader reader = new EntryReader(times, findings);

    Draft(XmlElement begin) {
      this.begin = begin;
    }

    void add(XmlElement part) throws UnreadableFile {
      if (!part.isAt(CamtParts.ENTRY)) {
        header.add(part);
        return;
      }
      BookedEntry entry = reader.read(part);
      entries.add(entry);
      transactions += Math.max(1, entry.transactions().size());
      if (transactions > TRANSACTIONS_MAX) {
        throw part.wrong("must be one of " + TRANSACTIONS_MAX + " transactions at most");
      }
      requireFewFindings();
    }

    Statement statement() throws UnreadableFile {
      XmlElement whole =
          new XmlElement(
              begin.file(), begin.path(), begin.line(), begin.attributes(), begin.text(), header);
      requireWhole(whole, "StmtPgntn");
      List<LocalDate> booked =
          entries.stream()
              .filter(BookedEntry::isBooked)
              .flatMap(entry -> entry.bookedOn().stream())
              .toList();
      StatementPeriod period = StatementPeriod.of(whole, booked, made, times, findings);
      Currency currency = currency(whole);
      Balances.check(whole, entries, currency, findings);
      ControlTotals.check(whole, entries, findings);
      entries.forEach(entry -> checkDayAndCurrency(entry, period, currency));
      requireFewFindings();
      return new Statement(
          whole.required("Id").read(Text.free(ID_LENGTH_MAX)),
          account(whole.required("Acct/Id")),
          period.from(),
          period.to(),
          currency,
          entries.stream().flatMap(entry -> entry.transactions().stream()).toList(),
          findings.inOrder());
    }

    private void checkDayAndCurrency(BookedEntry entry, StatementPeriod period, Currency currency) {
      if (entry.isOutside(period.from(), period.to())) {
        findings.add(
            Kind.OUTSIDE_PERIOD,
            entry.line(),
            "an entry is booked on " + entry.bookedOn().orElseThrow());
      }
      entry
          .amount()
          .filter(amount -> !amount.currency().equals(currency))
          .ifPresent(
              amount ->
                  findings.add(
                      Kind.CONTRADICTION,
                      entry.line(),
                      "an entry is in %s, the account in %s"
                          .formatted(
                              amount.currency().getCurrencyCode(), currency.getCurrencyCode())));
    }

    private void requireFewFindings() throws UnreadableFile {
      if (findings.size() > FINDINGS_MAX) {
        throw begin.wrong("must not have more than " + FINDINGS_MAX + " things to remark on");
      }
    }
  }

  private static String account(XmlElement id) throws UnreadableFile {
    Optional<String> iban = id.optional("IBAN", Text.free(ID_LENGTH_MAX));
    return iban.isPresent() ? iban.get() : id.required("Othr/Id").read(Text.free(ID_LENGTH_MAX));
  }

  /** An account that does not name its currency has the one of its balances. */
  private static Currency currency(XmlElement whole) throws UnreadableFile {
    Optional<Currency> own = whole.optional("Acct/Ccy", Money::currency);
    if (own.isPresent()) {
      return own.get();
    }
    XmlElement balance = whole.required("Bal/Amt");
    return balance.read(amount -> Money.currency(CamtValues.currencyCode(balance)));
  }
}
