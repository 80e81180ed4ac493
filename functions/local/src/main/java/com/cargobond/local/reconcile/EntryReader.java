package com.cargobond.local.reconcile;

import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.input.Text;
import com.cargobond.domain.money.Money;
import com.cargobond.local.file.UnreadableFile;
import com.cargobond.local.file.XmlMoney;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the transactions of one entry ({@code Ntry}). They must sum to the entry: money of which a
 * statement does not say what it is for is not passed over.
 */
final class EntryReader {

  private static final int END_TO_END_ID_LENGTH_MAX = 35;
  private static final int REASON_LENGTH_MAX = 35;
  private static final String BOOKED = "BOOK";

  /** What ISO 20022 has banks write where there is no end-to-end id. */
  private static final String NOT_PROVIDED = "NOTPROVIDED";

  private EntryReader() {}

  /**
   * Its transactions; an entry without details is one itself.
   *
   * @param periodEnd when an entry without dates was booked
   */
  static List<StatementEntry> read(XmlElement entry, Optional<LocalDate> periodEnd)
      throws UnreadableFile {
    entry.required("Sts/Cd").read(EntryReader::booked);
    Money amount = money(entry.required("Amt"));
    Direction direction = entry.required("CdtDbtInd").read(EntryReader::direction);
    LocalDate bookedOn = bookedOn(entry, periodEnd);
    boolean isReversal = entry.optional("RvslInd", EntryReader::flag).orElse(false);
    List<XmlElement> details = entry.all("NtryDtls/TxDtls");
    List<StatementEntry> transactions = new ArrayList<>();
    for (XmlElement transaction : details.isEmpty() ? List.of(entry) : details) {
      // The only transaction is the entry, even if its own amount is in another currency.
      Money own = details.size() > 1 ? money(amountOf(transaction)) : amount;
      transactions.add(
          new StatementEntry(
              transaction.optional("CdtDbtInd", EntryReader::direction).orElse(direction),
              own,
              bookedOn,
              transaction
                  .optional("Refs/EndToEndId", Text.free(END_TO_END_ID_LENGTH_MAX))
                  .filter(id -> !id.equals(NOT_PROVIDED)),
              transaction.optional("Refs/UETR", Uetr::new),
              isReversal || transaction.first("RtrInf").isPresent(),
              returnReason(transaction),
              transaction.line()));
    }
    requireSum(entry, amount, direction, transactions);
    return transactions;
  }

  private static XmlElement amountOf(XmlElement transaction) throws UnreadableFile {
    Optional<XmlElement> booked =
        transaction.first("Amt").or(() -> transaction.first("AmtDtls/TxAmt/Amt"));
    return booked.isPresent() ? booked.get() : transaction.required("Amt");
  }

  private static Optional<String> returnReason(XmlElement transaction) throws UnreadableFile {
    Optional<String> code = transaction.optional("RtrInf/Rsn/Cd", Text.free(REASON_LENGTH_MAX));
    return code.isPresent()
        ? code
        : transaction.optional("RtrInf/Rsn/Prtry", Text.free(REASON_LENGTH_MAX));
  }

  private static void requireSum(
      XmlElement entry, Money amount, Direction direction, List<StatementEntry> transactions)
      throws UnreadableFile {
    // No long: a hostile batch may hold more than fits.
    BigInteger sum = BigInteger.ZERO;
    for (StatementEntry transaction : transactions) {
      if (!transaction.amount().currency().equals(amount.currency())) {
        throw entry.required("Amt").wrong("must be in the currency of every TxDtls/Amt");
      }
      BigInteger minor = BigInteger.valueOf(transaction.amount().minor());
      sum = transaction.direction() == direction ? sum.add(minor) : sum.subtract(minor);
    }
    if (!sum.equals(BigInteger.valueOf(amount.minor()))) {
      throw entry.required("Amt").wrong("must be the sum of its TxDtls");
    }
  }

  private static Money money(XmlElement amount) throws UnreadableFile {
    String currency = amount.attribute("Ccy");
    return amount.read(text -> XmlMoney.parse(text, currency));
  }

  /** The booking date, or else the value date, or else the period's end. */
  private static LocalDate bookedOn(XmlElement entry, Optional<LocalDate> periodEnd)
      throws UnreadableFile {
    Optional<XmlElement> date = entry.first("BookgDt").or(() -> entry.first("ValDt"));
    if (date.isEmpty() && periodEnd.isPresent()) {
      return periodEnd.get();
    }
    return CamtTimes.day(date.isPresent() ? date.get() : entry.required("BookgDt"));
  }

  private static Direction direction(String code) {
    return switch (code) {
      case "DBIT" -> Direction.DEBIT;
      case "CRDT" -> Direction.CREDIT;
      default -> throw new BrokenRule("must be CRDT or DBIT");
    };
  }

  private static boolean flag(String text) {
    return switch (text) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw new BrokenRule("must be true or false");
    };
  }

  private static String booked(String status) {
    if (!status.equals(BOOKED)) {
      throw new BrokenRule("must be " + BOOKED + ": a statement holds what is booked");
    }
    return status;
  }
}
