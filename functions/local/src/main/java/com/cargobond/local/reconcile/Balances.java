package com.cargobond.local.reconcile;

import com.cargobond.domain.money.Money;
import com.cargobond.local.reconcile.Finding.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What an account held before a statement and after it: the entries between must make the
 * difference. The opening balance ({@code OPBD}) is the one at which the statement before closed
 * ({@code PRCD}).
 */
final class Balances {

  static final String OPENING = "OPBD";
  static final String CLOSED_BEFORE = "PRCD";
  static final String CLOSING = "CLBD";

  private final XmlElement header;
  private final Currency currency;
  private final Findings findings;

  private Balances(XmlElement header, Currency currency, Findings findings) {
    this.header = header;
    this.currency = currency;
    this.findings = findings;
  }

  /** The balances of a type, such as {@code CLBD}. */
  static List<XmlElement> of(XmlElement header, String type) {
    return header.all("Bal").stream()
        .filter(
            balance ->
                balance
                    .first("Tp/CdOrPrtry/Cd")
                    .filter(code -> code.text().equals(type))
                    .isPresent())
        .toList();
  }

  static void check(
      XmlElement header, List<BookedEntry> entries, Currency currency, Findings findings) {
    new Balances(header, currency, findings).check(entries);
  }

  private void check(List<BookedEntry> entries) {
    Optional<BigDecimal> opened = only(OPENING, CLOSED_BEFORE);
    Optional<BigDecimal> closed = only(CLOSING);
    if (opened.isEmpty() || closed.isEmpty()) {
      findings.add(
          Kind.NOT_CHECKED,
          header,
          "the entries against the balances: there is no readable "
              + (opened.isEmpty() ? OPENING + " or " + CLOSED_BEFORE : CLOSING));
      return;
    }
    BigDecimal booked =
        entries.stream()
            .filter(BookedEntry::isBooked)
            .map(BookedEntry::signed)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal sum = opened.get().add(booked);
    if (sum.compareTo(closed.get()) != 0) {
      findings.add(
          Kind.CONTRADICTION,
          of(header, CLOSING).getFirst(),
          "the opening balance %s and the entries %s make %s, the closing balance (CLBD) is %s"
              .formatted(
                  opened.get().toPlainString(),
                  booked.toPlainString(),
                  sum.toPlainString(),
                  closed.get().toPlainString()));
    }
  }

  /** The balance that goes by any of the types; those that differ contradict each other. */
  private Optional<BigDecimal> only(String... types) {
    List<BigDecimal> values = new ArrayList<>();
    for (String type : types) {
      for (XmlElement balance : of(header, type)) {
        Optional<BigDecimal> value = value(balance);
        if (value.isPresent()
            && !values.isEmpty()
            && values.getFirst().compareTo(value.get()) != 0) {
          findings.add(
              Kind.CONTRADICTION,
              balance,
              "the balance %s is %s, another says %s"
                  .formatted(type, value.get().toPlainString(), values.getFirst().toPlainString()));
        }
        value.ifPresent(values::add);
      }
    }
    return values.stream().findFirst();
  }

  private Optional<BigDecimal> value(XmlElement balance) {
    Optional<Money> amount = findings.required(balance, "Amt", CamtValues::money);
    Optional<Direction> direction = findings.required(balance, "CdtDbtInd", CamtValues::direction);
    if (amount.isPresent() && !amount.get().currency().equals(currency)) {
      findings.add(
          Kind.CONTRADICTION,
          balance,
          "the balance is in %s, the account in %s"
              .formatted(amount.get().currency().getCurrencyCode(), currency.getCurrencyCode()));
      return Optional.empty();
    }
    return amount.flatMap(money -> direction.map(way -> CamtValues.signed(money, way)));
  }
}
