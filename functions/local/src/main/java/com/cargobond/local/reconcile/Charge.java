package com.cargobond.local.reconcile;

import com.cargobond.domain.money.Money;
import com.cargobond.local.file.XsdValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the bank takes for an entry or a transaction.
 *
 * @param isIncluded whether the message says that the amount beside it holds it
 */
record Charge(XmlElement where, Money amount, Direction direction, boolean isIncluded) {

  /** The charges beside an amount; those without records are one, and unread ones are found. */
  static List<Charge> of(XmlElement around, Findings findings) {
    List<Charge> charges = new ArrayList<>();
    for (XmlElement all : around.all("Chrgs")) {
      List<XmlElement> records = all.all("Rcrd");
      if (!records.isEmpty()) {
        records.forEach(one -> read(one, "Amt", findings).ifPresent(charges::add));
      } else {
        // Version .02 has no records: each Chrgs is one.
        String amount = all.first("Amt").isPresent() ? "Amt" : "TtlChrgsAndTaxAmt";
        read(all, amount, findings).ifPresent(charges::add);
      }
    }
    return charges;
  }

  static BigDecimal sum(Collection<Charge> charges) {
    return charges.stream()
        .map(charge -> CamtValues.signed(charge.amount, charge.direction))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  String words() {
    return amount + (direction == Direction.DEBIT ? " taken" : " given back");
  }

  private static Optional<Charge> read(XmlElement one, String amount, Findings findings) {
    Direction direction =
        findings.optional(one, "CdtDbtInd", CamtValues::direction).orElse(Direction.DEBIT);
    boolean isIncluded =
        findings.optional(one, "ChrgInclInd", flag -> XsdValues.flag(flag.text())).orElse(false);
    return findings
        .required(one, amount, CamtValues::money)
        .map(money -> new Charge(one, money, direction, isIncluded));
  }
}
