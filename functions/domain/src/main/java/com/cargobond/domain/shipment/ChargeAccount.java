package com.cargobond.domain.shipment;

import com.cargobond.domain.duty.LatePaymentCharge;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The late charge on one tax notice, counted here or on Customs' own notices, which take its place.
 *
 * @param notice that it is on; Customs' notice itself, where that names none that is known
 * @param standingMinor what is owed in any case
 * @param fallenMinor what has fallen away as far as it is not paid
 * @param offeredMinor what was paid beyond the duty: it goes to the charge first
 */
record ChargeAccount(TaxNotice notice, long standingMinor, long fallenMinor, long offeredMinor) {

  /** The charge on a notice of duty. */
  static ChargeAccount on(
      TaxNotice base,
      List<TaxNotice> told,
      DutyParts parts,
      Optional<LocalDate> countedTo,
      Currency currency) {
    long offered = Math.addExact(base.surplusMinor(), Sum.of(told, TaxNotice::paidMinor));
    if (!told.isEmpty()) {
      return new ChargeAccount(base, assessed(told, false), assessed(told, true), offered);
    }
    Optional<LocalDate> until = base.discharged() ? Optional.empty() : countedTo;
    long counted = LatePaymentCharge.of(parts.until(until), base.dueDate(), currency).minor();
    return base.discharged()
        ? new ChargeAccount(base, 0, counted, offered)
        : new ChargeAccount(base, counted, 0, offered);
  }

  /** A charge of Customs on a notice that is not known, or is void. */
  static ChargeAccount withoutBase(TaxNotice charge) {
    List<TaxNotice> told = List.of(charge);
    return new ChargeAccount(
        charge, assessed(told, false), assessed(told, true), charge.paidMinor());
  }

  private static long assessed(List<TaxNotice> charges, boolean discharged) {
    return Sum.of(
        charges, charge -> charge.discharged() == discharged ? charge.assessedMinor() : 0);
  }

  /** What was paid of the charge. */
  long settledMinor() {
    return Math.min(Math.addExact(standingMinor, fallenMinor), offeredMinor);
  }

  /** What is charged, whether paid or not; of what has fallen away, what was paid of it. */
  long owedMinor() {
    return Math.max(standingMinor, settledMinor());
  }

  /** What was paid beyond duty and charge. */
  long surplusMinor() {
    return offeredMinor - settledMinor();
  }
}
