package com.cargobond.local.bank;

import com.cargobond.domain.calendar.ChinaDay;
import com.cargobond.domain.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Writes what the bank booked on a day in China, as the holder of the account is told it: ISO 20022
 * {@code camt.053.001.08}, a statement for each currency. Payments without money are no bookings.
 */
final class StatementWriter {

  private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";
  private static final String USUAL_CURRENCY = "CNY";

  private final XmlText xml = new XmlText("Document", NAMESPACE);
  private final LocalDate day;
  private final List<Booking> moved;

  private StatementWriter(LocalDate day, List<Booking> moved) {
    this.day = day;
    this.moved = moved;
  }

  /**
   * The statements of a day.
   *
   * @param journal all that the bank did so far
   * @param now when they are written
   */
  static String write(List<JournalEntry> journal, LocalDate day, Instant now) {
    List<Booking> moved =
        journal.stream()
            .filter(Booking.class::isInstance)
            .map(Booking.class::cast)
            .filter(booking -> booking.status().timesPaid() != 0)
            .filter(booking -> !dayOf(booking).isAfter(day))
            .toList();
    return new StatementWriter(day, moved).message(now);
  }

  private String message(Instant now) {
    xml.in(
        "BkToCstmrStmt",
        () -> {
          xml.in(
              "GrpHdr",
              () -> {
                xml.text("MsgId", "MSG-" + day);
                xml.text("CreDtTm", time(now));
              });
          currencies().forEach(code -> xml.in("Stmt", () -> statement(code, now)));
        });
    return xml.end();
  }

  private SortedSet<String> currencies() {
    SortedSet<String> codes = new TreeSet<>(moved.stream().map(StatementWriter::code).toList());
    if (codes.isEmpty()) {
      codes.add(USUAL_CURRENCY);
    }
    return codes;
  }

  private void statement(String code, Instant now) {
    List<Booking> own = moved.stream().filter(booking -> code(booking).equals(code)).toList();
    List<Booking> before = own.stream().filter(b -> dayOf(b).isBefore(day)).toList();
    xml.text("Id", "STMT-" + day + "-" + code);
    xml.text("CreDtTm", time(now));
    xml.in(
        "FrToDt",
        () -> {
          xml.text("FrDtTm", time(ChinaDay.start(day)));
          xml.text("ToDtTm", time(ChinaDay.start(day.plusDays(1)).minusSeconds(1)));
        });
    xml.in(
        "Acct",
        () -> {
          xml.text("Id/Othr/Id", "REFUNDS-" + code);
          xml.text("Ccy", code);
        });
    xml.in("Bal", () -> balance("OPBD", before, code));
    xml.in("Bal", () -> balance("CLBD", own, code));
    own.stream()
        .filter(booking -> dayOf(booking).equals(day))
        .forEach(booking -> xml.in("Ntry", () -> entry(booking)));
  }

  /** Nothing is ever paid in: the account is overdrawn by what creditors have. */
  private void balance(String type, List<Booking> bookings, String code) {
    long paid =
        bookings.stream().mapToLong(b -> b.status().timesPaid() * b.order().amount().minor()).sum();
    xml.text("Tp/CdOrPrtry/Cd", type);
    xml.amount(new Money(paid, Currency.getInstance(code)));
    xml.text("CdtDbtInd", paid > 0 ? "DBIT" : "CRDT");
    xml.text("Dt/Dt", day.toString());
  }

  private void entry(Booking booking) {
    boolean isReturn = booking.status() == PaymentStatus.RETURNED;
    xml.amount(booking.order().amount());
    xml.text("CdtDbtInd", isReturn ? "CRDT" : "DBIT");
    xml.text("Sts/Cd", "BOOK");
    xml.text("BookgDt/Dt", day.toString());
    xml.in("BkTxCd", () -> xml.in("Domn", () -> transactionCode(isReturn)));
    xml.in("NtryDtls", () -> xml.in("TxDtls", () -> transaction(booking, isReturn)));
  }

  /** An issued credit transfer: returned, or domestic. */
  private void transactionCode(boolean isReturn) {
    xml.text("Cd", "PMNT");
    xml.in(
        "Fmly",
        () -> {
          xml.text("Cd", "ICDT");
          xml.text("SubFmlyCd", isReturn ? "RRTN" : "DMCT");
        });
  }

  private void transaction(Booking booking, boolean isReturn) {
    xml.in(
        "Refs",
        () -> {
          xml.text("EndToEndId", booking.endToEndId());
          xml.text("UETR", booking.uetr().value());
        });
    xml.amount(booking.order().amount());
    xml.text("CdtDbtInd", isReturn ? "CRDT" : "DBIT");
    booking.state().reason().ifPresent(reason -> xml.text("RtrInf/Rsn/Cd", reason.name()));
  }

  private static String code(Booking booking) {
    return booking.order().amount().currency().getCurrencyCode();
  }

  private static LocalDate dayOf(Booking booking) {
    return ChinaDay.of(booking.time());
  }

  private static String time(Instant time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        time.atZone(ChinaDay.ZONE).truncatedTo(ChronoUnit.SECONDS));
  }
}
