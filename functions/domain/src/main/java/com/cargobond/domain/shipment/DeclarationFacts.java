package com.cargobond.domain.shipment;

import com.cargobond.domain.calendar.BusinessCalendar;
import com.cargobond.domain.duty.LatePaymentCharge;
import com.cargobond.domain.duty.PaymentDueDate;
import com.cargobond.domain.duty.ShipmentClass;
import com.cargobond.domain.event.ClockFact.Overdue;
import com.cargobond.domain.event.CustomsFact.DeclarationCancelled;
import com.cargobond.domain.event.CustomsFact.DeclarationFiled;
import com.cargobond.domain.event.CustomsFact.DefaultDemanded;
import com.cargobond.domain.event.CustomsFact.Discharged;
import com.cargobond.domain.event.CustomsFact.ReleasedOnGuarantee;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.guarantee.Purpose;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.law.Law;
import com.cargobond.domain.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is known about one declaration, each fact taken by declaration version and business time,
 * and never by order of arrival. Pure: the same events in any order, however often, give the same
 * facts.
 */
record DeclarationFacts(
    DeclarationFiled named,
    DeclarationFiled filed,
    boolean cancelled,
    boolean released,
    boolean discharged,
    boolean paymentReversed,
    TaxNotices notices,
    List<DemandFacts> demands,
    Optional<LocalDate> overdueAsOf) {

  /** Customs' days are days in China. */
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** The facts of a declaration, once it is known that it was filed. */
  static Optional<DeclarationFacts> of(DeclarationNo declaration, List<ShipmentEvent> events) {
    List<KnownFact<DeclarationFiled>> filings =
        KnownFact.of(DeclarationFiled.class, events)
            .filter(known -> known.fact().declarationNo().equals(declaration))
            .sorted(LATER_VERSION)
            .toList();
    return filings.isEmpty() ? Optional.empty() : Optional.of(of(declaration, filings, events));
  }

  private static final Comparator<KnownFact<DeclarationFiled>> LATER_VERSION =
      Comparator.<KnownFact<DeclarationFiled>>comparingInt(
              known -> known.fact().declarationVersion())
          .thenComparing(KnownFact.byBusinessTime());

  /**
   * The version that names the guarantee: the latest; but once the goods are out, the one that
   * counted at that time, because the guarantor behind it stays liable until discharge.
   */
  private static DeclarationFiled named(
      List<KnownFact<DeclarationFiled>> filings, Optional<Instant> goodsOutAt) {
    if (goodsOutAt.isEmpty()) {
      return filings.getLast().fact();
    }
    return filings.stream()
        .filter(filing -> !filing.time().isAfter(goodsOutAt.get()))
        .reduce((earlier, later) -> later)
        .orElse(filings.getFirst())
        .fact();
  }

  private static Optional<Instant> goodsOutAt(
      DeclarationNo declaration, List<ShipmentEvent> events) {
    return events.stream()
        .filter(
            event ->
                switch (event.fact()) {
                  case ReleasedOnGuarantee released -> released.declarationNo().equals(declaration);
                  case DefaultDemanded demanded -> demanded.declarationNo().equals(declaration);
                  default -> false;
                })
        .map(ShipmentEvent::time)
        .min(Comparator.naturalOrder());
  }

  private static DeclarationFacts of(
      DeclarationNo number, List<KnownFact<DeclarationFiled>> filings, List<ShipmentEvent> events) {
    DeclarationFiled named = named(filings, goodsOutAt(number, events));
    Currency currency = named.estimatedDuty().currency();
    // A guarantee that cannot be exchanged any more knows no other currency either.
    DeclarationFiled filed =
        filings.stream()
            .map(KnownFact::fact)
            .filter(filing -> filing.estimatedDuty().currency().equals(currency))
            .reduce((earlier, later) -> later)
            .orElseThrow();
    TaxNotices notices = TaxNotices.of(number, currency, events);
    return new DeclarationFacts(
        named,
        filed,
        KnownFact.of(DeclarationCancelled.class, events)
            .map(KnownFact::fact)
            .filter(cancelled -> cancelled.declarationNo().equals(number))
            .anyMatch(cancelled -> cancelled.declarationVersion() >= filed.declarationVersion()),
        KnownFact.of(ReleasedOnGuarantee.class, events)
            .anyMatch(released -> released.fact().declarationNo().equals(number)),
        KnownFact.of(Discharged.class, events)
            .anyMatch(discharged -> discharged.fact().declarationNo().equals(number)),
        notices.anyReversed(),
        notices,
        DemandFacts.of(number, currency, events),
        KnownFact.of(Overdue.class, events)
            .map(KnownFact::fact)
            .filter(overdue -> overdue.declarationNo().equals(number))
            .map(Overdue::asOf)
            .max(Comparator.naturalOrder()));
  }

  Currency currency() {
    return filed.estimatedDuty().currency();
  }

  /** Whether the duty of the declaration's latest version is known. */
  boolean assessed() {
    return notices.highestVersion() >= filed.declarationVersion();
  }

  /** The assessed duty, or the estimate while there is none; documents owe nothing. */
  long dutyMinor() {
    if (assessed()) {
      return notices.current().stream().mapToLong(TaxNotices.Notice::dutyMinor).sum();
    }
    return filed.shipmentClass() == ShipmentClass.A ? 0 : filed.estimatedDuty().minor();
  }

  /** What is not yet paid of the duty, without a late charge. */
  long outstandingMinor() {
    if (discharged || (cancelled && !released)) {
      return 0;
    }
    if (assessed()) {
      return notices.current().stream()
          .mapToLong(notice -> notice.dutyMinor() - notice.settledMinor())
          .sum();
    }
    return Math.max(0, dutyMinor() - notices.settledMinor());
  }

  boolean dutyIsMet() {
    return outstandingMinor() == 0;
  }

  /** The late charge up to the day on which it was last counted. */
  long lateChargeMinor() {
    return overdueAsOf.map(this::lateChargeMinorOn).orElse(0L);
  }

  long lateChargeMinorOn(LocalDate day) {
    return LatePaymentCharge.of(new Money(outstandingMinor(), currency()), dueDate(), day).minor();
  }

  long openDemandsMinor() {
    return demandsMinor(demand -> demand.status(dutyIsMet()).isOpen());
  }

  long paidClaimsMinor() {
    return demandsMinor(demand -> demand.status(dutyIsMet()).isPaid());
  }

  /** Goods that are out cannot be answered with no: the guarantor is liable. */
  boolean goodsAreOut() {
    return released || paymentReversed || openDemandsMinor() > 0 || paidClaimsMinor() > 0;
  }

  LocalDate completedOn() {
    return filed.completedAt().atZone(ZONE).toLocalDate();
  }

  /** Last day of payment: from the notice, or counted from the completion of the declaration. */
  LocalDate dueDate() {
    return notices
        .dueDateOnNotice()
        .orElseGet(
            () ->
                filed.purpose() == Purpose.CONSOLIDATED
                    ? PaymentDueDate.ofConsolidatedPayment(completedOn(), BusinessCalendar.china())
                    : PaymentDueDate.ofDeclaration(completedOn(), BusinessCalendar.china()));
  }

  /**
   * The next day on which the late charge must be counted: the first after the due date, and then
   * every so often while something is held for an assessed duty that is not paid.
   */
  Optional<LocalDate> overdueOn() {
    if (!assessed() || requiredHold().reserved() == 0) {
      return Optional.empty();
    }
    LocalDate first = dueDate().plusDays(1);
    return Optional.of(
        overdueAsOf
            .map(counted -> counted.plusDays(Law.on(counted).overdueRecountDays()))
            .filter(next -> next.isAfter(first))
            .orElse(first));
  }

  RequiredHold requiredHold() {
    long openDemands = openDemandsMinor();
    long paidClaims = paidClaimsMinor();
    long lateCharge = lateChargeMinor();
    return new RequiredHold(
        named,
        filed,
        named.completedAt().atZone(ZONE).toLocalDate(),
        dueDate(),
        dutyMinor() + lateCharge + (assessed() ? notices.supersededSettledMinor() : 0),
        Math.max(0, outstandingMinor() + lateCharge - openDemands - paidClaims),
        openDemands,
        paidClaims,
        goodsAreOut(),
        assessed(),
        cancelled && !released,
        !demands.isEmpty());
  }

  private long demandsMinor(Predicate<DemandFacts> which) {
    return demands.stream().filter(which).mapToLong(DemandFacts::amountMinor).sum();
  }
}
