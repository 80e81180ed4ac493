package com.cargobond.domain.shipment;

import com.cargobond.domain.duty.LatePaymentCharge.Part;
import com.cargobond.domain.shipment.TaxNotice.Payment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The duty of one notice by the days on which its parts were paid, by debtor or guarantor. Mutable
 * while the payments are walked through.
 */
final class DutyParts {

  private final long dutyMinor;
  private final Map<LocalDate, Long> minorByDay = new TreeMap<>();
  private long unpaidMinor;
  private long byGuarantorMinor;

  private DutyParts(long dutyMinor) {
    this.dutyMinor = dutyMinor;
    this.unpaidMinor = dutyMinor;
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

  /**
   * Walks through all payments by day; of one day the debtor's come first.
   *
   * @param byGuarantor what the guarantor paid; it pays the duty of the notice first that is due
   *     first
   * @return by the numbers of the notices
   */
  static Map<String, DutyParts> of(List<TaxNotice> ofDuty, List<Payment> byGuarantor) {
    List<TaxNotice> dueFirst = new ArrayList<>(ofDuty);
    dueFirst.sort(Comparator.comparing(TaxNotice::dueDate).thenComparing(TaxNotice::number));
    Map<String, DutyParts> parts = new HashMap<>();
    dueFirst.forEach(notice -> parts.put(notice.number(), new DutyParts(notice.assessedMinor())));
    for (Step step : steps(dueFirst, byGuarantor)) {
      long rest = step.minor();
      for (TaxNotice notice : dueFirst) {
        if (step.mayPay(notice)) {
          rest = parts.get(notice.number()).pay(step, rest);
        }
      }
    }
    return parts;
  }

  private static List<Step> steps(List<TaxNotice> ofDuty, List<Payment> byGuarantor) {
    List<Step> steps = new ArrayList<>();
    for (TaxNotice notice : ofDuty) {
      notice
          .payments()
          .forEach(paid -> steps.add(new Step(paid.day(), Optional.of(notice), paid.minor())));
    }
    byGuarantor.forEach(paid -> steps.add(new Step(paid.day(), Optional.empty(), paid.minor())));
    steps.sort(Comparator.comparing(Step::day).thenComparing(Step::isByGuarantor));
    return steps;
  }

  /** Takes what the payment pays of the duty; gives back what it is more. */
  private long pay(Step step, long minor) {
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

  /** Its parts; what is unpaid is counted up to a day, or not at all. */
  List<Part> until(Optional<LocalDate> countedTo) {
    List<Part> parts = new ArrayList<>();
    minorByDay.forEach((day, minor) -> parts.add(new Part(minor, day)));
    countedTo
        .filter(day -> unpaidMinor > 0)
        .ifPresent(day -> parts.add(new Part(unpaidMinor, day)));
    return parts;
  }

  long unpaidMinor() {
    return unpaidMinor;
  }

  long paidMinor() {
    return dutyMinor - unpaidMinor;
  }

  long byGuarantorMinor() {
    return byGuarantorMinor;
  }
}
