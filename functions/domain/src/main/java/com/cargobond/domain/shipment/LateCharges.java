package com.cargobond.domain.shipment;

import com.cargobond.domain.duty.LatePaymentCharge;
import com.cargobond.domain.duty.LatePaymentCharge.Part;
import com.cargobond.domain.shipment.TaxNotice.Payment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
    Map<String, PaidParts> paid = paidParts(notices.ofDuty(), byGuarantor);
    long owed = 0;
    long settled = 0;
    long surplus = notices.surplusOnVoidMinor();
    long paidOnDischarged = 0;
    long byGuarantorOnDischarged = 0;
    List<String> overpaid = new ArrayList<>();
    Optional<LocalDate> accruesSince = Optional.empty();
    for (TaxNotice notice : notices.ofDuty()) {
      PaidParts parts = paid.get(notice.number());
      List<TaxNotice> told = notices.lateChargesOn(notice);
      Asked asked = Asked.on(notice, told, parts, countedTo, currency);
      long offered =
          told.stream()
              .mapToLong(TaxNotice::paidMinor)
              .reduce(notice.surplusMinor(), Math::addExact);
      long taken = Math.min(asked.minor(), offered);
      owed = Math.addExact(owed, asked.owedMinor(offered));
      settled = Math.addExact(settled, taken);
      surplus = Math.addExact(surplus, offered - taken);
      if (offered > taken) {
        overpaid.add(notice.number());
      }
      if (notice.discharged()) {
        paidOnDischarged = Math.addExact(paidOnDischarged, parts.paidMinor());
        byGuarantorOnDischarged = Math.addExact(byGuarantorOnDischarged, parts.byGuarantorMinor);
      } else if (parts.unpaidMinor > 0) {
        accruesSince =
            Optional.of(accruesSince.filter(notice.dueDate()::isAfter).orElse(notice.dueDate()));
      }
    }
    for (TaxNotice charge : notices.withoutBase()) {
      long asked = askedMinor(charge);
      owed = Math.addExact(owed, asked);
      settled = Math.addExact(settled, Math.min(asked, charge.paidMinor()));
      surplus = Math.addExact(surplus, Math.max(0, charge.paidMinor() - asked));
      if (charge.paidMinor() > asked) {
        overpaid.add(charge.number());
      }
    }
    return new LateCharges(
        owed, settled, surplus, overpaid, paidOnDischarged, byGuarantorOnDischarged, accruesSince);
  }

  /** Of a charge that was discharged, what was paid all the same. */
  private static long askedMinor(TaxNotice charge) {
    return charge.discharged() ? charge.settledMinor() : charge.assessedMinor();
  }

  /**
   * The charge on one notice: counted here, or on Customs' notices, which take its place.
   *
   * @param standingMinor what is owed in any case
   * @param fallenMinor what has fallen away as far as it is not paid
   */
  private record Asked(long standingMinor, long fallenMinor) {

    static Asked on(
        TaxNotice base,
        List<TaxNotice> told,
        PaidParts parts,
        Optional<LocalDate> countedTo,
        Currency currency) {
      if (told.isEmpty()) {
        Optional<LocalDate> until = base.discharged() ? Optional.empty() : countedTo;
        long counted = LatePaymentCharge.of(parts.until(until), base.dueDate(), currency).minor();
        return base.discharged() ? new Asked(0, counted) : new Asked(counted, 0);
      }
      return new Asked(assessed(told, false), assessed(told, true));
    }

    private static long assessed(List<TaxNotice> charges, boolean discharged) {
      return charges.stream()
          .filter(charge -> charge.discharged() == discharged)
          .mapToLong(TaxNotice::assessedMinor)
          .reduce(0, Math::addExact);
    }

    long minor() {
      return Math.addExact(standingMinor, fallenMinor);
    }

    long owedMinor(long paid) {
      return Math.addExact(standingMinor, Math.clamp(paid - standingMinor, 0, fallenMinor));
    }
  }

  /** What is still to be paid. */
  long outstandingMinor() {
    return owedMinor - settledMinor;
  }

  /** The duty of one notice by the days on which its parts were paid. */
  private static final class PaidParts {

    private final Map<LocalDate, Long> minorByDay = new TreeMap<>();
    private final long dutyMinor;
    private long unpaidMinor;
    private long byGuarantorMinor;

    PaidParts(long dutyMinor) {
      this.dutyMinor = dutyMinor;
      this.unpaidMinor = dutyMinor;
    }

    /** Takes what the payment pays of the duty; gives back what it is more. */
    long pay(Step step, long minor) {
      long part = Math.min(unpaidMinor, minor);
      if (part > 0) {
        minorByDay.merge(step.day(), part, Math::addExact);
        unpaidMinor -= part;
      }
      if (step.isByGuarantor()) {
        byGuarantorMinor += part;
      }
      return minor - part;
    }

    long paidMinor() {
      return dutyMinor - unpaidMinor;
    }

    List<Part> until(Optional<LocalDate> countedTo) {
      List<Part> parts = new ArrayList<>();
      minorByDay.forEach((day, minor) -> parts.add(new Part(minor, day)));
      countedTo
          .filter(day -> unpaidMinor > 0)
          .ifPresent(day -> parts.add(new Part(unpaidMinor, day)));
      return parts;
    }
  }

  private record Step(LocalDate day, Optional<TaxNotice> notice, long minor) {

    boolean isByGuarantor() {
      return notice.isEmpty();
    }

    /** The guarantor pays nothing that has fallen away. */
    boolean mayPay(TaxNotice other) {
      return notice
          .map(other::equals)
          .orElseGet(() -> other.dischargedOn().filter(day::isAfter).isEmpty());
    }
  }

  /** Walks through all payments by day; of one day the debtor's come first. */
  private static Map<String, PaidParts> paidParts(
      List<TaxNotice> ofDuty, List<Payment> byGuarantor) {
    List<TaxNotice> dueFirst =
        ofDuty.stream()
            .sorted(Comparator.comparing(TaxNotice::dueDate).thenComparing(TaxNotice::number))
            .toList();
    Map<String, PaidParts> parts = new HashMap<>();
    List<Step> steps = new ArrayList<>();
    for (TaxNotice notice : dueFirst) {
      parts.put(notice.number(), new PaidParts(notice.assessedMinor()));
      notice
          .payments()
          .forEach(paid -> steps.add(new Step(paid.day(), Optional.of(notice), paid.minor())));
    }
    byGuarantor.forEach(paid -> steps.add(new Step(paid.day(), Optional.empty(), paid.minor())));
    steps.sort(Comparator.comparing(Step::day).thenComparing(Step::isByGuarantor));
    for (Step step : steps) {
      long rest = step.minor();
      for (TaxNotice notice : dueFirst) {
        if (step.mayPay(notice)) {
          rest = parts.get(notice.number()).pay(step, rest);
        }
      }
    }
    return parts;
  }
}
