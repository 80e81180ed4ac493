package com.cargobond.domain.shipment;

import com.cargobond.domain.calendar.ChinaDay;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.shipment.CustomsFact.DutyAssessed;
import com.cargobond.domain.shipment.CustomsFact.Payer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tax notices of one declaration in one currency; what is in another currency is left to a
 * person. A notice counts whatever the declaration's version, unless Customs withdrew it or another
 * notice says that it replaces it: that one takes over what was paid on it.
 *
 * @param ofDuty those that count and assess duty, by their numbers
 * @param ofLateCharge those that count and ask for the charge on another
 * @param replacedBy of each notice that was replaced, the one that names it
 * @param receipts of the treasury for any notice of the declaration
 * @param surplusOnVoidMinor what was paid on notices that Customs withdrew
 * @param numbers of all notices that were told, whether they count or not
 * @param contradicted the numbers under which two amounts were told: the higher is owed
 */
record TaxNotices(
    List<TaxNotice> ofDuty,
    List<TaxNotice> ofLateCharge,
    Map<String, String> replacedBy,
    List<TreasuryReceipt> receipts,
    long surplusOnVoidMinor,
    Set<String> numbers,
    List<String> contradicted) {

  /** Customs told of none. */
  static final TaxNotices NONE =
      new TaxNotices(List.of(), List.of(), Map.of(), List.of(), 0, Set.of(), List.of());

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
    if (told.isEmpty()) {
      return NONE;
    }
    Map<String, DutyAssessed> inForce = new TreeMap<>();
    told.forEach(
        (number, words) -> {
          if (!NoticeWords.isWithdrawn(number, words, events)) {
            inForce.put(number, NoticeWords.inForce(words));
          }
        });
    Map<String, String> replacedBy = NoticeWords.replacements(inForce);
    List<TreasuryReceipt> receipts = new ArrayList<>();
    Map<String, List<TreasuryReceipt>> byNotice = new HashMap<>();
    long surplusOnVoidMinor = 0;
    for (TreasuryReceipt receipt : TreasuryReceipt.of(currency, completedOn, events)) {
      if (told.containsKey(receipt.taxNoticeNo())) {
        receipts.add(receipt);
        if (receipt.paidBy() == Payer.DEBTOR) {
          String heir = heir(receipt.taxNoticeNo(), replacedBy);
          byNotice.computeIfAbsent(heir, number -> new ArrayList<>()).add(receipt);
          surplusOnVoidMinor =
              Math.addExact(surplusOnVoidMinor, inForce.containsKey(heir) ? 0 : receipt.minor());
        }
      }
    }
    List<TaxNotice> ofDuty = new ArrayList<>();
    List<TaxNotice> ofLateCharge = new ArrayList<>();
    List<String> contradicted = new ArrayList<>();
    inForce.forEach(
        (number, assessed) -> {
          if (NoticeWords.isContradicted(told.get(number))) {
            contradicted.add(number);
          }
          if (!replacedBy.containsKey(number)) {
            TaxNotice notice =
                new TaxNotice(
                    assessed,
                    assessed.dueDate().orElse(dueDate),
                    payments(byNotice.getOrDefault(number, List.of())),
                    dischargedAt
                        .filter(
                            at -> NoticeWords.isToldBefore(at, assessed, told.get(number), events))
                        .map(ChinaDay::of));
            (notice.isLateCharge() ? ofLateCharge : ofDuty).add(notice);
          }
        });
    return new TaxNotices(
        ofDuty,
        ofLateCharge,
        replacedBy,
        receipts,
        surplusOnVoidMinor,
        told.keySet(),
        contradicted);
  }

  /** Those by which Customs asks for the late charge on this one, or on what it replaced. */
  List<TaxNotice> lateChargesOn(TaxNotice base) {
    if (ofLateCharge.isEmpty()) {
      return List.of();
    }
    return ofLateCharge.stream()
        .filter(
            charge ->
                heir(charge.assessed().baseNoticeNo().orElseThrow(), replacedBy)
                    .equals(base.number()))
        .toList();
  }

  /** Those by which Customs asks for a late charge on a notice that is not known, or is void. */
  List<TaxNotice> withoutBase() {
    if (ofLateCharge.isEmpty()) {
      return List.of();
    }
    return ofLateCharge.stream()
        .filter(charge -> ofDuty.stream().noneMatch(base -> lateChargesOn(base).contains(charge)))
        .toList();
  }

  /** Whether the duty of this version of the declaration is known. */
  boolean assess(int declarationVersion) {
    for (TaxNotice notice : ofDuty) {
      if (!notice.isSupplement() && notice.assessed().declarationVersion() >= declarationVersion) {
        return true;
      }
    }
    return false;
  }

  boolean anyReversed() {
    return receipts.stream().anyMatch(TreasuryReceipt::reversed);
  }

  /** The guarantor's payments as the treasury tells of them, in the order of their days. */
  List<TaxNotice.Payment> byGuarantor() {
    return receipts.isEmpty()
        ? List.of()
        : payments(
            receipts.stream().filter(receipt -> receipt.paidBy() == Payer.GUARANTOR).toList());
  }

  private static List<TaxNotice.Payment> payments(List<TreasuryReceipt> receipts) {
    if (receipts.isEmpty()) {
      return List.of();
    }
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
