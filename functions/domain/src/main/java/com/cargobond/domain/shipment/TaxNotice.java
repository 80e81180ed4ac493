package com.cargobond.domain.shipment;

import com.cargobond.domain.shipment.CustomsFact.DutyAssessed;
import com.cargobond.domain.shipment.CustomsFact.NoticeKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A tax notice that counts, with what was paid on it and on those that it replaces, in one
 * currency.
 *
 * @param dueDate the last day of payment, from the notice or counted from the declaration
 * @param payments of the debtor, in the order of their days
 * @param dischargedOn when Customs discharged the declaration, if it was told before that: what was
 *     not paid on it by then has fallen away
 */
record TaxNotice(
    DutyAssessed assessed,
    LocalDate dueDate,
    List<Payment> payments,
    Optional<LocalDate> dischargedOn) {

  /** What was paid on one day. */
  record Payment(LocalDate day, long minor) {

    static long sum(List<Payment> payments) {
      return Sum.of(payments, Payment::minor);
    }
  }

  String number() {
    return assessed.taxNoticeNo();
  }

  /** Whether it is itself the charge for late payment of another. */
  boolean isLateCharge() {
    return assessed.kind() == NoticeKind.LATE_CHARGE;
  }

  /** What it assesses. */
  long assessedMinor() {
    return assessed.duty().minor();
  }

  long paidMinor() {
    return Payment.sum(payments);
  }

  /** What was paid of what it assesses: never more than that. */
  long settledMinor() {
    return Math.min(assessedMinor(), paidMinor());
  }

  /** What is still owed on it. */
  long outstandingMinor() {
    return discharged() ? 0 : assessedMinor() - settledMinor();
  }

  boolean discharged() {
    return dischargedOn.isPresent();
  }

  /** Whether it adds to what other notices assess. */
  boolean isSupplement() {
    return assessed.kind() == NoticeKind.SUPPLEMENT;
  }

  /** What was paid beyond what it assesses: it goes to the late charge first. */
  long surplusMinor() {
    return paidMinor() - settledMinor();
  }
}
