package com.cargobond.domain.shipment;

import com.cargobond.domain.calendar.ChinaDay;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.shipment.CustomsFact.DutyAssessed;
import com.cargobond.domain.shipment.CustomsFact.Payer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The tax notices of one declaration in one currency; what is in another currency is left to a
 * person. A notice counts whatever the declaration's version, unless Customs withdrew it or another
 * notice says that it replaces it: that one takes over what was paid on it.
 *
 * @param counting those that count, by their numbers
 * @param replacedBy of each notice that was replaced, the one that names it
 * @param receipts of the treasury for any notice of the declaration
 * @param surplusOnVoidMinor what was paid on notices that Customs withdrew
 * @param numbers of all notices that were told, whether they count or not
 * @param contradicted the numbers under which two amounts were told: the higher is owed
 */
record TaxNotices(
    List<TaxNotice> counting,
    Map<String, String> replacedBy,
    List<TreasuryReceipt> receipts,
    long surplusOnVoidMinor,
    Set<String> numbers,
    List<String> contradicted) {

  /**
   * Reads them from events.
   *
   * @param dueDate the last day of payment for a notice that names none
   * @param completedOn nothing was paid before that day, whatever a receipt says
   * @param dischargedAt when Customs discharged the declaration, if it did
   */
  static TaxNotices of(
      DeclarationNo declaration,
      Currency currency,
      LocalDate dueDate,
      LocalDate completedOn,
      Optional<Instant> dischargedAt,
      List<ShipmentEvent> events) {
    Map<String, FactVersions<DutyAssessed>> told = NoticeWords.of(declaration, currency, events);
    Map<String, DutyAssessed> inForce = new TreeMap<>();
    told.forEach(
        (number, words) -> {
          if (!NoticeWords.isWithdrawn(number, words, events)) {
            inForce.put(number, NoticeWords.inForce(words));
          }
        });
    Map<String, String> replacedBy = NoticeWords.replacements(inForce);
    List<TreasuryReceipt> receipts =
        TreasuryReceipt.of(currency, completedOn, events).stream()
            .filter(receipt -> told.containsKey(receipt.taxNoticeNo()))
            .toList();
    Map<String, List<TreasuryReceipt>> byNotice =
        receipts.stream()
            .filter(receipt -> receipt.paidBy() == Payer.DEBTOR)
            .collect(Collectors.groupingBy(receipt -> heir(receipt.taxNoticeNo(), replacedBy)));
    return new TaxNotices(
        inForce.values().stream()
            .filter(assessed -> !replacedBy.containsKey(assessed.taxNoticeNo()))
            .map(
                assessed ->
                    new TaxNotice(
                        assessed,
                        assessed.dueDate().orElse(dueDate),
                        payments(byNotice.getOrDefault(assessed.taxNoticeNo(), List.of())),
                        dischargedAt
                            .filter(
                                at ->
                                    NoticeWords.isToldBefore(
                                        at, assessed, told.get(assessed.taxNoticeNo()), events))
                            .map(ChinaDay::of)))
            .toList(),
        replacedBy,
        receipts,
        byNotice.entrySet().stream()
            .filter(entry -> !inForce.containsKey(entry.getKey()))
            .flatMap(entry -> entry.getValue().stream())
            .mapToLong(TreasuryReceipt::minor)
            .reduce(0, Math::addExact),
        Set.copyOf(told.keySet()),
        inForce.keySet().stream()
            .filter(number -> NoticeWords.isContradicted(told.get(number)))
            .sorted()
            .toList());
  }

  /** Those that assess duty. */
  List<TaxNotice> ofDuty() {
    return counting.stream().filter(notice -> !notice.isLateCharge()).toList();
  }

  private List<TaxNotice> ofLateCharge() {
    return counting.stream().filter(TaxNotice::isLateCharge).toList();
  }

  /** Those by which Customs asks for the late charge on this one, or on what it replaced. */
  List<TaxNotice> lateChargesOn(TaxNotice base) {
    return ofLateCharge().stream()
        .filter(
            charge ->
                heir(charge.assessed().baseNoticeNo().orElseThrow(), replacedBy)
                    .equals(base.number()))
        .toList();
  }

  /** Those by which Customs asks for a late charge on a notice that is not known, or is void. */
  List<TaxNotice> withoutBase() {
    return ofLateCharge().stream()
        .filter(charge -> ofDuty().stream().noneMatch(base -> lateChargesOn(base).contains(charge)))
        .toList();
  }

  /** Whether the duty of this version of the declaration is known. */
  boolean assess(int declarationVersion) {
    return ofDuty().stream()
        .filter(notice -> !notice.isSupplement())
        .anyMatch(notice -> notice.assessed().declarationVersion() >= declarationVersion);
  }

  boolean anyReversed() {
    return receipts.stream().anyMatch(TreasuryReceipt::reversed);
  }

  /** The guarantor's payments as the treasury tells of them, in the order of their days. */
  List<TaxNotice.Payment> byGuarantor() {
    return payments(
        receipts.stream().filter(receipt -> receipt.paidBy() == Payer.GUARANTOR).toList());
  }

  private static List<TaxNotice.Payment> payments(List<TreasuryReceipt> receipts) {
    return receipts.stream()
        .filter(receipt -> receipt.minor() > 0)
        .map(receipt -> new TaxNotice.Payment(receipt.paidOn(), receipt.minor()))
        .sorted(Comparator.comparing(TaxNotice.Payment::day))
        .toList();
  }

  private static String heir(String number, Map<String, String> replacedBy) {
    String heir = number;
    while (replacedBy.containsKey(heir)) {
      heir = replacedBy.get(heir);
    }
    return heir;
  }
}
