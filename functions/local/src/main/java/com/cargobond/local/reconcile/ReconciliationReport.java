package com.cargobond.local.reconcile;

import com.cargobond.local.file.OneLine;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Prints what a comparison found, one line for each matter, for a person and for {@code grep}. */
public final class ReconciliationReport {

  private static final String LINE = "%-25s %s%n";

  private final PrintWriter out;

  /** A report that goes to the given writer. */
  public ReconciliationReport(PrintWriter out) {
    this.out = out;
  }

  /** Prints the comparison of one statement. */
  public void print(Statement statement, Reconciliation found) {
    out.printf(
        "Statement %s of account %s, %s to %s, %s%n",
        statement.id(),
        statement.account(),
        statement.from(),
        statement.to(),
        statement.currency().getCurrencyCode());
    statement
        .findings()
        .forEach(
            finding ->
                out.printf(
                    LINE,
                    finding.kind().words(),
                    "line %d  %s".formatted(finding.line(), OneLine.of(finding.what()))));
    found
        .differs()
        .forEach(
            difference ->
                out.printf(
                    LINE,
                    "differs",
                    line(difference.entry(), difference.payment())
                        + ": "
                        + String.join("; ", difference.what())));
    found
        .missingInLedger()
        .forEach(entry -> out.printf(LINE, "missing in the ledger", line(entry)));
    found
        .missingOnStatement()
        .forEach(posting -> out.printf(LINE, "missing on the statement", line(posting, statement)));
    out.printf(
        "%d agree, %d differ, %d missing in the ledger, %d missing on the statement%n",
        found.matched().size(),
        found.differs().size(),
        found.missingInLedger().size(),
        found.missingOnStatement().size());
    out.flush();
  }

  /** Prints the comparison with Customs' list. */
  public void print(CustomsReconciliation found) {
    out.println("Customs' list");
    found
        .differs()
        .forEach(
            difference ->
                out.printf(
                    LINE,
                    "differs",
                    line(difference.line()) + ": " + String.join("; ", difference.what())));
    found.missingInLedger().forEach(line -> out.printf(LINE, "missing in the ledger", line(line)));
    found
        .missingOnList()
        .forEach(
            decision ->
                out.printf(
                    LINE,
                    "missing on Customs' list",
                    "%s %s  %s  %s"
                        .formatted(
                            decision.kind(),
                            decision.amount(),
                            decision.deposit(),
                            decision.approvalNo())));
    out.printf(
        "%d agree, %d differ, %d missing in the ledger, %d missing on Customs' list%n",
        found.matched().size(),
        found.differs().size(),
        found.missingInLedger().size(),
        found.missingOnList().size());
    out.flush();
  }

  private static String line(CustomsDecision line) {
    return "line %d  %s %s  %s  %s"
        .formatted(line.line(), line.kind(), line.amount(), line.deposit(), line.approvalNo());
  }

  private static String line(StatementEntry entry, LedgerPayment payment) {
    return "line %d  %s  %s  %s  %s"
        .formatted(
            entry.line(), kind(entry), payment.deposit(), payment.endToEndId(), payment.uetr());
  }

  private static String line(StatementEntry entry) {
    return "line %d  %s %s  %s  %s"
        .formatted(
            entry.line(),
            kind(entry),
            entry.amount(),
            entry.endToEndId().orElse("no end-to-end id"),
            entry.uetr().map(Object::toString).orElse("no UETR"));
  }

  private static String line(Posting posting, Statement statement) {
    LedgerPayment payment = posting.payment();
    Instant heard = payment.heardOf(posting.direction()).orElseThrow();
    boolean isDebit = posting.direction() == Direction.DEBIT;
    // Sent before midnight and heard of after it, it may stand on the statement before.
    String before = statement.covers(payment.sentAt()) ? "" : ", sent " + inChina(payment.sentAt());
    return "%s %s  %s  %s  %s  %s %s%s"
        .formatted(
            isDebit ? "payment" : "return",
            payment.amount(),
            payment.deposit(),
            payment.endToEndId(),
            payment.uetr(),
            isDebit ? "settled" : "returned",
            inChina(heard),
            before);
  }

  private static String kind(StatementEntry entry) {
    return switch (entry.direction()) {
      case DEBIT -> entry.isReturn() ? "reversal" : "payment";
      case CREDIT ->
          entry.isReturn()
              ? entry.returnReason().map(reason -> "return " + reason).orElse("return")
              : "credit";
    };
  }

  private static String inChina(Instant moment) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        moment.atZone(Statement.ZONE).truncatedTo(ChronoUnit.SECONDS));
  }
}
