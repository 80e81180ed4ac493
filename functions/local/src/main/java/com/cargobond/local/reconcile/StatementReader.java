package com.cargobond.local.reconcile;

import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.input.Text;
import com.cargobond.domain.money.Money;
import com.cargobond.local.file.FileContent;
import com.cargobond.local.file.UnreadableFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Reads a bank's statements from a file: ISO 20022 {@code camt.053.001.08}. */
public final class StatementReader {

  /** Bounds what is held in memory; some ten thousand entries. */
  static final long FILE_BYTES_MAX = 64L * 1024 * 1024;

  private static final int ID_LENGTH_MAX = 35;

  private StatementReader() {}

  /**
   * Every statement of a file, in its order.
   *
   * @throws UnreadableFile if the file is no such message, or a statement of it is not complete
   */
  public static List<Statement> read(Path file) throws UnreadableFile {
    CamtParts parts = CamtParts.of(file, FileContent.read(file, FILE_BYTES_MAX));
    List<Statement> statements = new ArrayList<>();
    Optional<Draft> draft = Optional.empty();
    Optional<LocalDate> made = Optional.empty();
    for (var part = parts.next(); part.isPresent(); part = parts.next()) {
      XmlElement element = part.get();
      if (element.isAt(CamtParts.STATEMENT)) {
        finish(draft, statements);
        draft = Optional.of(new Draft(element, made, new ArrayList<>(), new ArrayList<>()));
      } else if (draft.isPresent()) {
        draft.get().add(element);
      } else if (element.isAt("GrpHdr")) {
        requireWhole(element, "MsgPgntn");
        made = element.optional("CreDtTm", CamtTimes::day);
      }
    }
    finish(draft, statements);
    if (statements.isEmpty()) {
      throw new UnreadableFile(file, "holds no statement (Stmt)");
    }
    return statements;
  }

  private static void finish(Optional<Draft> draft, List<Statement> statements)
      throws UnreadableFile {
    if (draft.isPresent()) {
      statements.add(draft.get().statement());
    }
  }

  /** Of a part of the pages one cannot say what is missing on the others. */
  private static void requireWhole(XmlElement around, String pagination) throws UnreadableFile {
    around.optional(pagination + "/PgNb", number -> require(number, "1"));
    around.optional(pagination + "/LastPgInd", last -> require(last, "true"));
  }

  private static String require(String text, String expected) {
    if (!text.equals(expected)) {
      throw new BrokenRule("must be " + expected + ": the statement must be on one page");
    }
    return text;
  }

  /** A statement while it is read; its entries come after all else. */
  private record Draft(
      XmlElement begin,
      Optional<LocalDate> messageMade,
      List<XmlElement> header,
      List<StatementEntry> entries) {

    void add(XmlElement part) throws UnreadableFile {
      if (part.isAt("Stmt/Ntry")) {
        entries.addAll(EntryReader.read(part, StatementPeriod.endByHeader(whole(), messageMade)));
      } else {
        header.add(part);
      }
    }

    Statement statement() throws UnreadableFile {
      XmlElement whole = whole();
      requireWhole(whole, "StmtPgntn");
      StatementPeriod period =
          StatementPeriod.of(
              whole, entries.stream().map(StatementEntry::bookedOn).toList(), messageMade);
      return new Statement(
          whole.required("Id").read(Text.free(ID_LENGTH_MAX)),
          account(whole.required("Acct/Id")),
          period.from(),
          period.to(),
          currency(whole),
          entries);
    }

    private XmlElement whole() {
      return new XmlElement(
          begin.file(), begin.path(), begin.line(), begin.attributes(), begin.text(), header);
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
      String code = balance.attribute("Ccy");
      return balance.read(amount -> Money.currency(code));
    }
  }
}
