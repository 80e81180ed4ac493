package com.cargobond.local.reconcile;

import com.cargobond.domain.money.Money;
import com.cargobond.local.file.XsdValues;
import com.cargobond.local.reconcile.Finding.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a batch says of itself ({@code Btch}), held against the transactions that it comes with.
 * Banks that spread one batch over several {@code NtryDtls} say the whole of it in the first.
 */
final class BatchTotals {

  private BatchTotals() {}

  static void check(XmlElement entry, Optional<Money> entryAmount, Findings findings) {
    int whole = entry.all("NtryDtls/TxDtls").size();
    for (XmlElement details : entry.all("NtryDtls")) {
      int own = details.all("TxDtls").size();
      findings
          .optional(details, "Btch/NbOfTxs", number -> XsdValues.wholeNumber(number.text()))
          .filter(said -> own > 0 && !is(said, own) && !is(said, whole))
          .ifPresent(
              said ->
                  findings.add(
                      Kind.CONTRADICTION,
                      details,
                      "Btch/NbOfTxs is %s, the transactions are %d"
                          .formatted(said.toPlainString(), own)));
      checkAmount(entryAmount, details, findings);
    }
  }

  private static void checkAmount(
      Optional<Money> entryAmount, XmlElement details, Findings findings) {
    Optional<Money> total = findings.optional(details, "Btch/TtlAmt", CamtValues::money);
    if (total.isEmpty() || total.equals(entryAmount)) {
      return;
    }
    Optional<BigDecimal> own = sum(details.all("TxDtls"));
    if (own.isEmpty() || own.get().compareTo(value(total.get())) != 0) {
      findings.add(
          Kind.CONTRADICTION,
          details,
          "Btch/TtlAmt is %s, neither that of the entry nor of its transactions"
              .formatted(total.get()));
    }
  }

  /** The amounts of transactions one by one; none if one of them is not said. */
  private static Optional<BigDecimal> sum(List<XmlElement> transactions) {
    BigDecimal sum = BigDecimal.ZERO;
    for (XmlElement transaction : transactions) {
      // What cannot be read is told where the transaction is read.
      Optional<Money> amount = TransactionReader.ownAmount(transaction, new Findings());
      if (amount.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.add(value(amount.get()));
    }
    return Optional.of(sum);
  }

  private static BigDecimal value(Money amount) {
    return CamtValues.signed(amount, Direction.CREDIT);
  }

  private static boolean is(BigDecimal said, int number) {
    return said.compareTo(BigDecimal.valueOf(number)) == 0;
  }
}
