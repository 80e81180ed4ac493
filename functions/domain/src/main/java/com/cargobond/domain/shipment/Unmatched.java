package com.cargobond.domain.shipment;

import com.cargobond.domain.calendar.ChinaDay;
import com.cargobond.domain.event.Fact;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.guarantee.DemandId;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.law.Law;
import com.cargobond.domain.shipment.ClockFact.StillUnmatched;
import com.cargobond.domain.shipment.CustomsFact.DefaultDemanded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Events that name something unknown. They wait for it; but nobody may believe to have been heard
 * who was not: a demand is told to a person at once, everything else after some days.
 */
final class Unmatched {

  private final List<DeclarationFacts> facts;
  private final List<ShipmentEvent> events;

  Unmatched(List<DeclarationFacts> facts, List<ShipmentEvent> events) {
    this.facts = facts;
    this.events = events;
  }

  /** The demands for declarations that nobody knows. */
  List<ShipmentEvent> demands() {
    return waiting().stream().filter(event -> event.fact() instanceof DefaultDemanded).toList();
  }

  /** What has waited so long that a person must be told, by the day that was told last. */
  List<ShipmentEvent> overdue() {
    if (waiting().isEmpty()) {
      return List.of();
    }
    return daysSeen()
        .map(seen -> others().filter(event -> !seen.isBefore(dueOn(event))).toList())
        .orElse(List.of());
  }

  /** The next day on which a person must be told of something. */
  Optional<LocalDate> dueOn() {
    if (waiting().isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> seen = daysSeen();
    return others()
        .map(Unmatched::dueOn)
        .filter(day -> seen.filter(last -> !last.isBefore(day)).isEmpty())
        .min(Comparator.naturalOrder());
  }

  /** Whether the event names something that is not known, or not its speaker's to speak of. */
  boolean isWaiting(ShipmentEvent event) {
    if (event.type().isCargo() || !mayWait(event.fact())) {
      return false;
    }
    return heardFrom(event).namesUnknown(event);
  }

  /** What declarations and the clock name is known from then on; milestones name nothing. */
  private static boolean mayWait(Fact fact) {
    return !(fact instanceof CustomsFact.DeclarationFiled || fact instanceof ClockFact);
  }

  private Unmatched heardFrom(ShipmentEvent event) {
    for (DeclarationFacts known : facts) {
      if (!event.countsFor(known.number())) {
        return new Unmatched(
            facts.stream().filter(other -> event.countsFor(other.number())).toList(), events);
      }
    }
    return this;
  }

  private boolean namesUnknown(ShipmentEvent event) {
    return switch ((ShipmentFact) event.fact()) {
      case CargoFact cargo -> false;
      case CustomsFact.DeclarationFiled filed -> false;
      case CustomsFact.DeclarationCancelled cancelled -> isUnknown(cancelled.declarationNo());
      case CustomsFact.InspectionHeld held -> isUnknown(held.declarationNo());
      case CustomsFact.ReleasedOnGuarantee released -> isUnknown(released.declarationNo());
      case CustomsFact.DutyAssessed assessed ->
          isUnknown(assessed.declarationNo()) || namesUnknownNotice(assessed);
      case CustomsFact.TaxNoticeWithdrawn withdrawn -> isUnknownNotice(withdrawn.taxNoticeNo());
      case CustomsFact.Discharged discharged -> isUnknown(discharged.declarationNo());
      case DefaultDemanded demanded -> isUnknown(demanded.declarationNo());
      case CustomsFact.DutyPaid paid -> isUnknownNotice(paid.taxNoticeNo());
      case CustomsFact.PaymentReversed reversed -> isUnknownReceipt(reversed);
      case CustomsFact.DemandWithdrawn withdrawn -> isUnknownDemand(withdrawn.demandId());
      case BankFact bank -> isUnknownDemand(bank.demandId());
      case ClockFact clock -> false;
    };
  }

  private List<ShipmentEvent> waiting() {
    List<ShipmentEvent> waiting = List.of();
    for (ShipmentEvent event : events) {
      if (isWaiting(event)) {
        if (waiting.isEmpty()) {
          waiting = new ArrayList<>();
        }
        waiting.add(event);
      }
    }
    return waiting;
  }

  private Stream<ShipmentEvent> others() {
    return waiting().stream().filter(event -> !(event.fact() instanceof DefaultDemanded));
  }

  private Optional<LocalDate> daysSeen() {
    return KnownFact.of(StillUnmatched.class, events).stream()
        .map(word -> word.fact().asOf())
        .max(Comparator.naturalOrder());
  }

  private static LocalDate dueOn(ShipmentEvent event) {
    LocalDate said = ChinaDay.of(event.time());
    return said.plusDays(Law.on(said).unmatchedDays());
  }

  private boolean isUnknown(DeclarationNo declaration) {
    for (DeclarationFacts known : facts) {
      if (known.number().equals(declaration)) {
        return false;
      }
    }
    return true;
  }

  private boolean namesUnknownNotice(CustomsFact.DutyAssessed assessed) {
    return Stream.of(assessed.replaces(), assessed.baseNoticeNo())
        .flatMap(Optional::stream)
        .anyMatch(this::isUnknownNotice);
  }

  private boolean isUnknownNotice(String taxNoticeNo) {
    for (DeclarationFacts known : facts) {
      if (known.notices().numbers().contains(taxNoticeNo)) {
        return false;
      }
    }
    return true;
  }

  private boolean isUnknownReceipt(CustomsFact.PaymentReversed reversed) {
    return facts.stream()
        .flatMap(known -> known.notices().receipts().stream())
        .noneMatch(
            receipt ->
                receipt.taxNoticeNo().equals(reversed.taxNoticeNo())
                    && receipt.number().equals(reversed.treasuryReceiptNo()));
  }

  private boolean isUnknownDemand(DemandId demandId) {
    return facts.stream()
        .flatMap(known -> known.demands().stream())
        .noneMatch(demand -> demand.demanded().demandId().equals(demandId));
  }
}
