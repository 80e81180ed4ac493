package com.cargobond.domain.shipment;

import com.cargobond.domain.calendar.BusinessCalendar;
import com.cargobond.domain.calendar.ChinaDay;
import com.cargobond.domain.duty.PaymentDueDate;
import com.cargobond.domain.duty.ShipmentClass;
import com.cargobond.domain.event.Fact;
import com.cargobond.domain.event.NamesDeclaration;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.guarantee.Purpose;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.law.Law;
import com.cargobond.domain.shipment.ClockFact.Overdue;
import com.cargobond.domain.shipment.CustomsFact.DeclarationFiled;
import com.cargobond.domain.shipment.CustomsFact.DefaultDemanded;
import com.cargobond.domain.shipment.CustomsFact.Discharged;
import com.cargobond.domain.shipment.CustomsFact.DutyAssessed;
import com.cargobond.domain.shipment.CustomsFact.Payer;
import com.cargobond.domain.shipment.CustomsFact.ReleasedOnGuarantee;
import com.cargobond.domain.shipment.RequiredHold.OpenDemand;
import com.cargobond.domain.shipment.TaxNotice.Payment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is known about one declaration, each fact taken by declaration version and business time,
 * and never by order of arrival. Pure: the same events in any order, however often, give the same
 * facts.
 *
 * @param discharged whether Customs' latest word on the declaration is that the duty falls away: a
 *     notice that is first told later is owed all the same
 * @param overdueAsOf the day up to which unpaid duty was charged last
 * @param acceptedAt when it was first told as filed
 */
record DeclarationFacts(
    Filing filing,
    boolean released,
    boolean discharged,
    TaxNotices notices,
    LateCharges lateCharges,
    List<Payment> byGuarantor,
    List<DemandFacts> demands,
    Optional<LocalDate> overdueAsOf,
    Instant acceptedAt) {

  /** The facts of a declaration, once it is known that it was filed. */
  static Optional<DeclarationFacts> of(DeclarationNo declaration, List<ShipmentEvent> events) {
    return read(declaration, events).map(facts -> facts.withOvertakenDemands(events));
  }

  private static Optional<DeclarationFacts> read(
      DeclarationNo declaration, List<ShipmentEvent> events) {
    return Filing.of(declaration, goodsOutAt(declaration, events), events)
        .map(filing -> read(filing, events));
  }

  private static DeclarationFacts read(Filing filing, List<ShipmentEvent> events) {
    DeclarationNo number = filing.filed().declarationNo();
    Currency currency = filing.filed().estimatedDuty().currency();
    Optional<Instant> dischargedAt = dischargedAt(number, filing, events);
    TaxNotices notices =
        KnownFact.of(DutyAssessed.class, events).isEmpty()
            ? TaxNotices.NONE
            : TaxNotices.of(
                number,
                currency,
                firstDueDate(filing.filed()),
                firstCompletedOn(number, events),
                dischargedAt,
                events);
    List<DemandFacts> demands = DemandFacts.of(number, currency, events);
    List<Payment> byGuarantor = byGuarantor(notices, demands);
    Optional<LocalDate> overdueAsOf =
        KnownFact.of(Overdue.class, events, overdue -> overdue.declarationNo().equals(number))
            .stream()
            .map(overdue -> overdue.fact().asOf())
            .max(Comparator.naturalOrder());
    return new DeclarationFacts(
        filing,
        !about(number, ReleasedOnGuarantee.class, events).isEmpty(),
        dischargedAt.isPresent(),
        notices,
        LateCharges.of(notices, currency, byGuarantor, overdueAsOf),
        byGuarantor,
        demands,
        overdueAsOf,
        firstAcceptedAt(number, events));
  }

  private static Instant firstAcceptedAt(DeclarationNo number, List<ShipmentEvent> events) {
    return about(number, DeclarationFiled.class, events).stream()
        .map(KnownFact::time)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static <F extends Fact & NamesDeclaration> List<KnownFact<F>> about(
      DeclarationNo number, Class<F> type, List<ShipmentEvent> events) {
    return KnownFact.of(type, events, fact -> fact.declarationNo().equals(number));
  }

  private static Optional<Instant> goodsOutAt(
      DeclarationNo declaration, List<ShipmentEvent> events) {
    Instant first = null;
    for (ShipmentEvent event : events) {
      if (event.type().isCargo()) {
        continue;
      }
      boolean areOut =
          switch (event.fact()) {
            case ReleasedOnGuarantee released -> released.declarationNo().equals(declaration);
            case DefaultDemanded demanded -> demanded.declarationNo().equals(declaration);
            default -> false;
          };
      if (areOut && (first == null || event.time().isBefore(first))) {
        first = event.time();
      }
    }
    return Optional.ofNullable(first);
  }

  /** When Customs discharged the declaration, unless a version of it was told after that. */
  private static Optional<Instant> dischargedAt(
      DeclarationNo number, Filing filing, List<ShipmentEvent> events) {
    return about(number, Discharged.class, events).stream()
        .map(KnownFact::time)
        .max(Comparator.naturalOrder())
        .filter(filing.since()::isBefore);
  }

  /**
   * What the guarantor paid, by the bank's word or by the treasury's receipts, whichever knows of
   * more: both tell of the same money.
   */
  private static List<Payment> byGuarantor(TaxNotices notices, List<DemandFacts> demands) {
    if (demands.isEmpty() && notices.byGuarantor().isEmpty()) {
      return List.of();
    }
    List<Payment> told =
        demands.stream()
            .filter(DemandFacts::isPaid)
            .map(demand -> new Payment(demand.paidOn(), demand.amountMinor()))
            .sorted(Comparator.comparing(Payment::day))
            .toList();
    List<Payment> received = notices.byGuarantor();
    return Payment.sum(received) > Payment.sum(told) ? received : told;
  }

  /**
   * Marks the demands that were overtaken: money that came after a demand withdraws it by itself,
   * unless the bank had decided to pay. A demand that came after the money is Customs' to withdraw.
   */
  private DeclarationFacts withOvertakenDemands(List<ShipmentEvent> events) {
    if (demands.isEmpty() || !dutyIsMet()) {
      return this;
    }
    Instant metAt = dutyMetAt(events);
    return new DeclarationFacts(
        filing,
        released,
        discharged,
        notices,
        lateCharges,
        byGuarantor,
        demands.stream()
            .map(
                demand ->
                    demand.asOvertaken(
                        !demand.madeAt().isAfter(metAt)
                            && demand.amountMinor() > outstandingMinor()))
            .toList(),
        overdueAsOf,
        acceptedAt);
  }

  /** When the fact was told since which the duty is met: it was not, by what was told before. */
  private Instant dutyMetAt(List<ShipmentEvent> events) {
    DeclarationNo number = filing.filed().declarationNo();
    List<Instant> times =
        events.stream()
            .filter(event -> !event.type().isCargo())
            .map(ShipmentEvent::time)
            .distinct()
            .sorted(Comparator.reverseOrder())
            .toList();
    for (Instant time : times) {
      List<ShipmentEvent> before =
          events.stream().filter(event -> event.time().isBefore(time)).toList();
      if (read(number, before).filter(DeclarationFacts::dutyIsMet).isEmpty()) {
        return time;
      }
    }
    throw new IllegalStateException("before the first word no duty is known, nor met");
  }

  DeclarationFiled named() {
    return filing.named();
  }

  DeclarationFiled filed() {
    return filing.filed();
  }

  DeclarationNo number() {
    return filed().declarationNo();
  }

  Currency currency() {
    return filed().estimatedDuty().currency();
  }

  /** Whether the duty of the declaration's latest version is known. */
  boolean assessed() {
    return notices.assess(filed().declarationVersion());
  }

  /**
   * The duty on the notices that count; while the latest version is not assessed, its estimate if
   * that is more, and supplements besides. Documents owe nothing before they are assessed.
   */
  long dutyMinor() {
    long onNotices = assessedMinor(notice -> !notice.isSupplement());
    boolean isDocument = filed().shipmentClass() == ShipmentClass.A;
    long found =
        assessed() || isDocument ? onNotices : Math.max(onNotices, filed().estimatedDuty().minor());
    return Math.addExact(found, assessedMinor(TaxNotice::isSupplement));
  }

  private long assessedMinor(Predicate<TaxNotice> which) {
    return Sum.of(notices.ofDuty(), notice -> which.test(notice) ? notice.assessedMinor() : 0);
  }

  /** Whether nothing is owed for it any more: neither duty nor charge. */
  private boolean hasFallenAway() {
    return filing.cancelled() && !released;
  }

  private long dutyOutstandingMinor() {
    if (hasFallenAway()) {
      return 0;
    }
    if (discharged) {
      return Sum.of(notices.ofDuty(), TaxNotice::outstandingMinor);
    }
    long settled = Sum.of(notices.ofDuty(), TaxNotice::settledMinor);
    return Math.max(0, dutyMinor() - settled);
  }

  /** What the debtor has not paid of duty and late charge. */
  long outstandingMinor() {
    return hasFallenAway()
        ? 0
        : Math.addExact(dutyOutstandingMinor(), lateCharges.outstandingMinor());
  }

  /** Whether the debtor paid the duty, or it fell away; a late charge may be left. */
  boolean dutyIsMet() {
    return dutyOutstandingMinor() == 0;
  }

  /** Whether the debtor owes nothing any more. */
  boolean debtIsMet() {
    return outstandingMinor() == 0;
  }

  /**
   * Whether the treasury tells of another sum from the guarantor than the bank does, or had some of
   * it back.
   */
  boolean guarantorsPaymentsDiffer() {
    List<TreasuryReceipt> received =
        notices.receipts().stream().filter(receipt -> receipt.paidBy() == Payer.GUARANTOR).toList();
    return !received.isEmpty() && Payment.sum(notices.byGuarantor()) != toldClaimsMinor();
  }

  /** Whether the debtor paid anything. */
  boolean debtorPaid() {
    return Stream.concat(notices.ofDuty().stream(), notices.ofLateCharge().stream())
            .anyMatch(notice -> notice.paidMinor() > 0)
        || notices.surplusOnVoidMinor() > 0;
  }

  /** Whether the demand asks for more than debtor and guarantor have left of duty and charge. */
  boolean isExceededBy(DemandFacts demand) {
    long charged =
        LateCharges.of(notices, currency(), byGuarantor, Optional.of(countedTo(demand)))
            .outstandingMinor();
    long left = hasFallenAway() ? 0 : Math.addExact(dutyOutstandingMinor(), charged);
    return demand.amountMinor() > left - claimsOnWhatIsOwedMinor();
  }

  private LocalDate countedTo(DemandFacts demand) {
    return overdueAsOf.filter(demand.madeOn()::isBefore).orElse(demand.madeOn());
  }

  /** What debtor and guarantor together paid beyond duty and late charge. */
  long paidTwiceMinor() {
    long paid = Sum.of(notices.ofDuty(), TaxNotice::settledMinor);
    long owed = Math.addExact(owedOrPaidMinor(), lateCharges.owedMinor());
    return Math.addExact(
            Math.addExact(paid, lateCharges.settledMinor()),
            Math.addExact(lateCharges.surplusMinor(), paidClaimsMinor()))
        - owed;
  }

  /** The duty, but of what has fallen away only what was paid of it. */
  private long owedOrPaidMinor() {
    return discharged
        ? notices.ofDuty().stream()
            .filter(notice -> !notice.discharged())
            .mapToLong(TaxNotice::assessedMinor)
            .reduce(lateCharges.paidOnDischargedMinor(), Math::addExact)
        : dutyMinor();
  }

  long paidClaimsMinor() {
    return Payment.sum(byGuarantor);
  }

  /** What the guarantor paid, but not on notices that have fallen away. */
  private long claimsOnWhatIsOwedMinor() {
    return paidClaimsMinor() - lateCharges.byGuarantorOnDischargedMinor();
  }

  /** What the treasury had from the guarantor and the bank has not told of. */
  private long untoldClaimsMinor() {
    return paidClaimsMinor() - toldClaimsMinor();
  }

  /** What the bank told that it paid. */
  private long toldClaimsMinor() {
    return Sum.of(demands, demand -> demand.isPaid() ? demand.amountMinor() : 0);
  }

  private Stream<DemandFacts> standingDemands() {
    return demands.stream().filter(demand -> demand.status(Optional.empty()).isOpen());
  }

  /** Goods that are out cannot be answered with no: the guarantor is liable. */
  boolean goodsAreOut() {
    return released
        || notices.anyReversed()
        || paidClaimsMinor() > 0
        || !demands.isEmpty() && standingDemands().findAny().isPresent();
  }

  /** Last day of payment: that of the notice that is due first, or counted from the declaration. */
  LocalDate dueDate() {
    return notices.ofDuty().stream()
        .map(TaxNotice::dueDate)
        .min(Comparator.naturalOrder())
        .orElseGet(() -> firstDueDate(filed()));
  }

  private static LocalDate firstCompletedOn(DeclarationNo number, List<ShipmentEvent> events) {
    return about(number, DeclarationFiled.class, events).stream()
        .map(filed -> completedOn(filed.fact()))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static LocalDate completedOn(DeclarationFiled filed) {
    return ChinaDay.of(filed.completedAt());
  }

  /** The last day of payment as the law counts it from the declaration itself. */
  private static LocalDate firstDueDate(DeclarationFiled filed) {
    LocalDate completedOn = completedOn(filed);
    return filed.purpose() == Purpose.CONSOLIDATED
        ? PaymentDueDate.ofConsolidatedPayment(completedOn, BusinessCalendar.china())
        : PaymentDueDate.ofDeclaration(completedOn, BusinessCalendar.china());
  }

  /**
   * The next day on which the late charge must be counted: the first after the due date, and then
   * every so often while assessed duty is not paid.
   */
  Optional<LocalDate> overdueOn() {
    if (hasFallenAway()) {
      return Optional.empty();
    }
    return lateCharges
        .accruesSince()
        .map(due -> due.plusDays(1))
        .map(
            first ->
                overdueAsOf
                    .map(counted -> counted.plusDays(Law.on(counted).overdueRecountDays()))
                    .filter(next -> next.isAfter(first))
                    .orElse(first));
  }

  RequiredHold requiredHold() {
    return new RequiredHold(
        named(),
        filed(),
        completedOn(named()),
        firstDueDate(named()),
        Math.addExact(dutyMinor(), lateCharges.owedMinor()),
        outstandingMinor(),
        claimsOnWhatIsOwedMinor(),
        openDemands(),
        paidClaimsMinor(),
        untoldClaimsMinor(),
        goodsAreOut(),
        assessed(),
        filing.cancelled() && !released,
        !demands.isEmpty(),
        discharged,
        acceptedAt);
  }

  private List<OpenDemand> openDemands() {
    return demands.isEmpty()
        ? List.of()
        : standingDemands()
            .map(demand -> new OpenDemand(demand.madeOn(), demand.amountMinor()))
            .sorted(Comparator.comparing(OpenDemand::madeOn).thenComparing(OpenDemand::minor))
            .toList();
  }
}
