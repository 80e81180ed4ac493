package com.cargobond.local.reconcile;

import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.input.Text;
import com.cargobond.domain.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one transaction ({@code TxDtls}) of an entry. */
final class TransactionReader {

  private static final int END_TO_END_ID_LENGTH_MAX = 35;
  private static final int REASON_LENGTH_MAX = 35;
  private static final String UETR = "UETR";

  /** How banks tell a UETR in free text, where their version has no place for it. */
  private static final Pattern UETR_IN_TEXT =
      Pattern.compile("UETR[\\s:=/]{0,4}([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})");

  /** Where a transaction says what was booked, the surest first. */
  private static final List<String> AMOUNTS = List.of("Amt", "AmtDtls/TxAmt/Amt");

  private TransactionReader() {}

  /** What is the same for all transactions of an entry, unless they say otherwise. */
  record Around(Optional<Direction> direction, Optional<LocalDate> bookedOn, boolean isReversal) {}

  /** The transaction, if it can be compared at all. */
  static Optional<StatementEntry> read(
      XmlElement transaction, Optional<Money> amount, Around entry, Findings findings) {
    Optional<Direction> direction = direction(transaction, entry, findings);
    if (amount.isEmpty() || direction.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new StatementEntry(
            direction.get(),
            amount.get(),
            entry.bookedOn(),
            findings
                .optional(transaction, "Refs/EndToEndId", text(END_TO_END_ID_LENGTH_MAX))
                .filter(id -> !NoReference.isSaidBy(id)),
            uetr(transaction, findings),
            entry.isReversal() || transaction.first("RtrInf").isPresent(),
            returnReason(transaction, findings),
            transaction.line()));
  }

  /** Its own, or else that of its entry. */
  static Optional<Direction> direction(XmlElement transaction, Around entry, Findings findings) {
    return findings.optional(transaction, "CdtDbtInd", CamtValues::direction).or(entry::direction);
  }

  /** What it says was booked of it, in whatever currency. */
  static Optional<Money> ownAmount(XmlElement transaction, Findings findings) {
    return AMOUNTS.stream()
        .flatMap(place -> transaction.first(place).stream())
        .findFirst()
        .flatMap(amount -> findings.read(amount, CamtValues::money));
  }

  /** What the payer asked for, if it was asked for in the currency. */
  static Optional<Money> instructedAmount(
      XmlElement transaction, Currency currency, Findings findings) {
    return findings
        .optional(transaction, "AmtDtls/InstdAmt/Amt", CamtValues::money)
        .filter(amount -> amount.currency().equals(currency));
  }

  private static Optional<Uetr> uetr(XmlElement transaction, Findings findings) {
    Optional<XmlElement> own =
        transaction
            .first("Refs/UETR")
            .or(
                () ->
                    transaction.all("Refs/Prtry").stream()
                        .filter(
                            other ->
                                other.first("Tp").filter(TransactionReader::isUetr).isPresent())
                        .flatMap(other -> other.first("Ref").stream())
                        .findFirst());
    if (own.isPresent()) {
      return own.filter(element -> !NoReference.isSaidBy(element.text()))
          .flatMap(element -> findings.read(element, uetr -> CamtValues.uetr(uetr.text())));
    }
    return transaction
        .first("AddtlTxInf")
        .map(text -> UETR_IN_TEXT.matcher(text.text()))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .flatMap(
            uetr -> findings.optional(transaction, "AddtlTxInf", any -> CamtValues.uetr(uetr)));
  }

  private static boolean isUetr(XmlElement type) {
    return type.text().equalsIgnoreCase(UETR);
  }

  private static Optional<String> returnReason(XmlElement transaction, Findings findings) {
    return findings
        .optional(transaction, "RtrInf/Rsn/Cd", text(REASON_LENGTH_MAX))
        .or(() -> findings.optional(transaction, "RtrInf/Rsn/Prtry", text(REASON_LENGTH_MAX)));
  }

  private static Function<XmlElement, String> text(int lengthMax) {
    return element -> Text.free(lengthMax).apply(element.text());
  }
}
