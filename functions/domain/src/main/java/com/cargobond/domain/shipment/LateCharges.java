package com.cargobond.domain.shipment;

import com.cargobond.domain.shipment.TaxNotice.Payment;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The late charges of one declaration. The charge on a notice accrues by the day on each part of
 * its duty until the day on which the debtor or the guarantor paid that part; what is unpaid is
 * counted up to the day on which that was done last. It is a debt of its own: it stays when the
 * duty is paid, until it is paid too, or Customs' own notice takes its place.
 *
 * <p>What is paid on a notice beyond its duty goes to its charge first.
 *
 * @param owedMinor what is charged, counted here or on Customs' notices, whether paid or not
 * @param settledMinor what was paid of that
 * @param surplusMinor what was paid beyond duty and charge, notice by notice
 * @param overpaid the numbers of the notices on which that was
 * @param paidOnDischargedMinor what debtor and guarantor paid of the duty on notices of which the
 *     rest has fallen away
 * @param byGuarantorOnDischargedMinor what of that the guarantor paid: it pays no other duty
 * @param accruesSince the due date of the earliest notice of which duty is unpaid; empty if nothing
 *     accrues any more
 */
record LateCharges(
    long owedMinor,
    long settledMinor,
    long surplusMinor,
    List<String> overpaid,
    long paidOnDischargedMinor,
    long byGuarantorOnDischargedMinor,
    Optional<LocalDate> accruesSince) {

  /**
   * Counts the charges.
   *
   * @param byGuarantor what the guarantor paid, in the order of its days; it pays the duty first,
   *     that of the notice which is due first before others, and nothing that has fallen away
   * @param countedTo the day up to which unpaid duty is charged; empty if it was never counted
   */
  static LateCharges of(
      TaxNotices notices,
      Currency currency,
      List<Payment> byGuarantor,
      Optional<LocalDate> countedTo) {
    List<TaxNotice> ofDuty = notices.ofDuty();
    if (ofDuty.isEmpty() && notices.ofLateCharge().isEmpty()) {
      return new LateCharges(0, 0, notices.surplusOnVoidMinor(), List.of(), 0, 0, Optional.empty());
    }
    Map<String, DutyParts> parts = DutyParts.of(ofDuty, byGuarantor);
    List<ChargeAccount> accounts =
        Stream.concat(
                ofDuty.stream()
                    .map(
                        notice ->
                            ChargeAccount.on(
                                notice,
                                notices.lateChargesOn(notice),
                                parts.get(notice.number()),
                                countedTo,
                                currency)),
                notices.withoutBase().stream().map(ChargeAccount::withoutBase))
            .toList();
    List<DutyParts> discharged =
        ofDuty.stream()
            .filter(TaxNotice::discharged)
            .map(notice -> parts.get(notice.number()))
            .toList();
    return new LateCharges(
        Sum.of(accounts, ChargeAccount::owedMinor),
        Sum.of(accounts, ChargeAccount::settledMinor),
        Math.addExact(notices.surplusOnVoidMinor(), Sum.of(accounts, ChargeAccount::surplusMinor)),
        accounts.stream()
            .filter(account -> account.surplusMinor() > 0)
            .map(account -> account.notice().number())
            .toList(),
        Sum.of(discharged, DutyParts::paidMinor),
        Sum.of(discharged, DutyParts::byGuarantorMinor),
        ofDuty.stream()
            .filter(notice -> !notice.discharged())
            .filter(notice -> parts.get(notice.number()).unpaidMinor() > 0)
            .map(TaxNotice::dueDate)
            .min(Comparator.naturalOrder()));
  }

  /** What is still to be paid. */
  long outstandingMinor() {
    return owedMinor - settledMinor;
  }
}
