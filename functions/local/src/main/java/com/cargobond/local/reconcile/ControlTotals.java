package com.cargobond.local.reconcile;

import com.cargobond.local.file.XsdValues;
import com.cargobond.local.reconcile.Finding.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a statement says of its entries as a whole ({@code TxsSummry}), held against them. Banks
 * count all entries or only those that are booked: either is right.
 */
final class ControlTotals {

  /** Each total is a pass over all entries; no bank has so many codes for one account. */
  private static final int TOTALS_MAX = 200;

  private final List<BookedEntry> entries;
  private final Findings findings;

  private ControlTotals(List<BookedEntry> entries, Findings findings) {
    this.entries = entries;
    this.findings = findings;
  }

  static void check(XmlElement header, List<BookedEntry> entries, Findings findings) {
    ControlTotals totals = new ControlTotals(entries, findings);
    header.all("TxsSummry/TtlNtries").stream().limit(TOTALS_MAX).forEach(totals::checkOfAll);
    header.all("TxsSummry/TtlCdtNtries").stream()
        .limit(TOTALS_MAX)
        .forEach(in -> totals.check(in, is(Direction.CREDIT)));
    header.all("TxsSummry/TtlDbtNtries").stream()
        .limit(TOTALS_MAX)
        .forEach(out -> totals.check(out, is(Direction.DEBIT)));
    List<XmlElement> ofCodes = header.all("TxsSummry/TtlNtriesPerBkTxCd");
    ofCodes.stream().limit(TOTALS_MAX).forEach(totals::checkOfCode);
    if (ofCodes.size() > TOTALS_MAX) {
      findings.add(
          Kind.NOT_CHECKED, header, "TxsSummry: more than %d totals".formatted(TOTALS_MAX));
    }
  }

  private void checkOfAll(XmlElement total) {
    check(total, any -> true);
  }

  /** Of a code that is said in part only, the entries are all that agree with it. */
  private void checkOfCode(XmlElement total) {
    if (findings.optional(total, "FcstInd", flag -> XsdValues.flag(flag.text())).orElse(false)) {
      return;
    }
    Set<String> codes = EntryReader.codes(total);
    Predicate<BookedEntry> isOfCode = entry -> entry.codes().containsAll(codes);
    check(total, isOfCode);
    total.all("CdtNtries").forEach(in -> check(in, isOfCode.and(is(Direction.CREDIT))));
    total.all("DbtNtries").forEach(out -> check(out, isOfCode.and(is(Direction.DEBIT))));
  }

  private void check(XmlElement total, Predicate<BookedEntry> concerned) {
    List<BookedEntry> all = entries.stream().filter(concerned).toList();
    compare(
        total,
        "NbOfNtries",
        number -> XsdValues.wholeNumber(number.text()),
        all,
        some -> BigDecimal.valueOf(some.size()));
    compare(
        total,
        "Sum",
        sum -> XsdValues.decimal(sum.text()),
        all,
        some -> sum(some, entry -> entry.signed().abs()));
    compare(
        total, "TtlNetNtry", net -> net(net, "Amt"), all, some -> sum(some, BookedEntry::signed));
    if (total.first("TtlNetNtryAmt").isPresent()) {
      // Versions .02 and .03 say the net amount and its direction side by side.
      findings
          .read(total, beside -> net(beside, "TtlNetNtryAmt"))
          .ifPresent(
              said ->
                  compare(
                      total, said, "TtlNetNtryAmt", all, some -> sum(some, BookedEntry::signed)));
    }
  }

  private void compare(
      XmlElement total,
      String name,
      Function<XmlElement, BigDecimal> reading,
      List<BookedEntry> all,
      Function<List<BookedEntry>, BigDecimal> counting) {
    findings
        .optional(total, name, reading)
        .ifPresent(said -> compare(total, said, name, all, counting));
  }

  private void compare(
      XmlElement total,
      BigDecimal said,
      String name,
      List<BookedEntry> all,
      Function<List<BookedEntry>, BigDecimal> counting) {
    BigDecimal ofAll = counting.apply(all);
    BigDecimal ofBooked = counting.apply(all.stream().filter(BookedEntry::isBooked).toList());
    if (said.compareTo(ofAll) != 0 && said.compareTo(ofBooked) != 0) {
      findings.add(
          Kind.CONTRADICTION,
          total,
          "%s/%s is %s, that of the entries is %s"
              .formatted(total.path(), name, said.toPlainString(), ofBooked.toPlainString()));
    }
  }

  /** An amount with its sign: many leave the direction out where nothing moved. */
  private static BigDecimal net(XmlElement around, String name) {
    BigDecimal amount =
        around.first(name).map(said -> XsdValues.decimal(said.text())).orElse(BigDecimal.ZERO);
    Optional<Direction> direction = around.first("CdtDbtInd").map(CamtValues::direction);
    return direction.filter(Direction.DEBIT::equals).isPresent() ? amount.negate() : amount;
  }

  private static BigDecimal sum(
      List<BookedEntry> entries, Function<BookedEntry, BigDecimal> value) {
    return entries.stream().map(value).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Predicate<BookedEntry> is(Direction direction) {
    return entry -> entry.direction().filter(direction::equals).isPresent();
  }
}
