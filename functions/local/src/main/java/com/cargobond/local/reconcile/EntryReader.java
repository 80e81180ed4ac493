package com.cargobond.local.reconcile;

import com.cargobond.domain.money.Money;
import com.cargobond.local.file.XsdValues;
import com.cargobond.local.reconcile.Finding.Kind;
import com.cargobond.local.reconcile.TransactionReader.Around;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one entry ({@code Ntry}). Whatever is wrong with it is a finding, and no reason to stop.
 */
final class EntryReader {

  /** Where a transaction code has its parts: the one of ISO 20022, and the bank's own. */
  private static final List<String> CODE_PLACES =
      List.of("Domn/Cd", "Domn/Fmly/Cd", "Domn/Fmly/SubFmlyCd", "Prtry/Cd", "Prtry/Issr");

  private final CamtTimes times;
  private final Findings findings;

  EntryReader(CamtTimes times, Findings findings) {
    this.times = times;
    this.findings = findings;
  }

  BookedEntry read(XmlElement entry) {
    Optional<Money> amount = findings.required(entry, "Amt", CamtValues::money);
    Optional<Direction> direction = findings.required(entry, "CdtDbtInd", CamtValues::direction);
    Optional<LocalDate> bookedOn = bookedOn(entry);
    boolean isBooked = isBooked(entry, amount);
    return new BookedEntry(
        entry.line(),
        isBooked,
        amount,
        direction,
        bookedOn,
        codes(entry),
        isBooked
            ? transactions(entry, amount, new Around(direction, bookedOn, reverses(entry)))
            : List.of());
  }

  /** The parts of the bank's transaction code, each with its place. */
  static Set<String> codes(XmlElement around) {
    Set<String> codes = new HashSet<>();
    for (String place : CODE_PLACES) {
      around.all("BkTxCd/" + place).stream()
          .filter(code -> !code.text().isEmpty())
          .forEach(code -> codes.add(place + "=" + code.text()));
    }
    return codes;
  }

  private boolean isBooked(XmlElement entry, Optional<Money> amount) {
    String said = EntryStatus.said(entry);
    String what = amount.map(Money::toString).orElse("an unread amount");
    return switch (EntryStatus.of(said)) {
      case BOOKED -> true;
      case ANNOUNCED -> {
        findings.add(Kind.NOT_BOOKED, entry, said + " " + what + references(entry));
        yield false;
      }
      case UNKNOWN -> {
        String status = said.isEmpty() ? "has no status" : "has the unknown status " + said;
        findings.add(
            Kind.UNREADABLE,
            entry,
            what + references(entry) + " " + status + ": not taken for booked");
        yield false;
      }
    };
  }

  private static String references(XmlElement entry) {
    return entry.first("NtryDtls/TxDtls/Refs/EndToEndId").map(id -> "  " + id.text()).orElse("");
  }

  private boolean reverses(XmlElement entry) {
    return findings.optional(entry, "RvslInd", flag -> XsdValues.flag(flag.text())).orElse(false);
  }

  /** The booking date, or else the value date. */
  private Optional<LocalDate> bookedOn(XmlElement entry) {
    return entry
        .first("BookgDt")
        .or(() -> entry.first("ValDt"))
        .flatMap(date -> times.day(date, findings));
  }

  /** What it is made of; an entry without details is one transaction itself. */
  private List<StatementEntry> transactions(
      XmlElement entry, Optional<Money> amount, Around around) {
    BatchTotals.check(entry, amount, findings);
    List<XmlElement> details = entry.all("NtryDtls/TxDtls");
    List<Charge> onEntry = Charge.of(entry, findings);
    List<Charge> onTransactions = new ArrayList<>();
    details.forEach(detail -> onTransactions.addAll(Charge.of(detail, findings)));
    EntrySum sum = new EntrySum(entry, amount, around, onEntry, onTransactions);
    List<XmlElement> parts = details.isEmpty() ? List.of(entry) : details;
    List<Optional<Money>> amounts =
        parts.size() == 1
            ? List.of(sum.amountOfTheOnly(parts.getFirst(), findings))
            : parts.stream().map(part -> amountOfOneOfMany(part)).toList();
    List<StatementEntry> transactions = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      TransactionReader.read(parts.get(i), amounts.get(i), around, findings)
          .ifPresent(transactions::add);
    }
    sum.check(transactions, findings);
    return transactions;
  }

  private Optional<Money> amountOfOneOfMany(XmlElement transaction) {
    boolean isSaid =
        transaction.first("Amt").or(() -> transaction.first("AmtDtls/TxAmt/Amt")).isPresent();
    return isSaid
        ? TransactionReader.ownAmount(transaction, findings)
        : transaction.first("AmtDtls/InstdAmt/Amt").isPresent()
            ? findings.optional(transaction, "AmtDtls/InstdAmt/Amt", CamtValues::money)
            : findings.required(transaction, "Amt", CamtValues::money);
  }
}
