package com.cargobond.domain.shipment;

import com.cargobond.domain.event.BankFact.Decision;
import com.cargobond.domain.event.BankFact.DemandDecided;
import com.cargobond.domain.event.BankFact.DemandPaid;
import com.cargobond.domain.event.BankFact.DemandReimbursed;
import com.cargobond.domain.event.CustomsFact.DefaultDemanded;
import com.cargobond.domain.event.CustomsFact.DemandWithdrawn;
import com.cargobond.domain.event.Fact;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.guarantee.Demand;
import com.cargobond.domain.guarantee.DemandStatus;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.ShipmentId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is known about one demand; its status follows from that. */
record DemandFacts(
    DefaultDemanded demanded,
    Instant demandedAt,
    boolean withdrawnByCustoms,
    Optional<DemandDecided> decided,
    Optional<DemandPaid> paid,
    boolean reimbursed) {

  static List<DemandFacts> of(
      DeclarationNo declaration, Currency currency, List<ShipmentEvent> events) {
    return KnownFact.of(DefaultDemanded.class, events)
        .collect(Collectors.groupingBy(known -> known.fact().demandId()))
        .values()
        .stream()
        .map(told -> counting(told, events))
        .filter(known -> known.fact().declarationNo().equals(declaration))
        .filter(known -> known.fact().amount().currency().equals(currency))
        .map(known -> of(known, events))
        .sorted(Comparator.comparing(demand -> demand.demanded().demandId()))
        .toList();
  }

  /**
   * The status.
   *
   * @param dutyIsMet the duty was paid or fell away: a demand that is not paid is then withdrawn
   */
  DemandStatus status(boolean dutyIsMet) {
    if (paid.isPresent()) {
      return reimbursed ? DemandStatus.REIMBURSED : DemandStatus.PAID;
    }
    if (withdrawnByCustoms || dutyIsMet) {
      return DemandStatus.WITHDRAWN;
    }
    return decided
        .map(
            decision ->
                decision.decision() == Decision.COMPLY
                    ? DemandStatus.COMPLYING
                    : DemandStatus.REJECTED)
        .orElse(DemandStatus.RECEIVED);
  }

  long amountMinor() {
    return demanded.amount().minor();
  }

  Demand asDemand(ShipmentId shipment, boolean dutyIsMet) {
    return new Demand(
        demanded.demandId(),
        shipment,
        demanded.declarationNo(),
        demanded.amount(),
        demandedAt,
        status(dutyIsMet),
        decided.flatMap(DemandDecided::reason),
        paid.map(DemandPaid::paymentRef));
  }

  /** The demand as it was last told; once it is paid, as it was told when it was paid. */
  private static KnownFact<DefaultDemanded> counting(
      List<KnownFact<DefaultDemanded>> told, List<ShipmentEvent> events) {
    List<KnownFact<DefaultDemanded>> inOrder =
        told.stream().sorted(KnownFact.byBusinessTime()).toList();
    Optional<Instant> paidAt =
        KnownFact.of(DemandPaid.class, events)
            .filter(paid -> paid.fact().demandId().equals(told.getFirst().fact().demandId()))
            .map(KnownFact::time)
            .min(Comparator.naturalOrder());
    if (paidAt.isEmpty()) {
      return inOrder.getLast();
    }
    return inOrder.stream()
        .filter(demand -> !demand.time().isAfter(paidAt.get()))
        .reduce((earlier, later) -> later)
        .orElse(inOrder.getFirst());
  }

  private static DemandFacts of(KnownFact<DefaultDemanded> demand, List<ShipmentEvent> events) {
    var id = demand.fact().demandId();
    return new DemandFacts(
        demand.fact(),
        demand.time(),
        latest(DemandWithdrawn.class, events, DemandWithdrawn::demandId, id).isPresent(),
        latest(DemandDecided.class, events, DemandDecided::demandId, id),
        latest(DemandPaid.class, events, DemandPaid::demandId, id),
        latest(DemandReimbursed.class, events, DemandReimbursed::demandId, id).isPresent());
  }

  private static <F extends Fact, K> Optional<F> latest(
      Class<F> type, List<ShipmentEvent> events, Function<F, K> key, K wanted) {
    return KnownFact.of(type, events)
        .filter(known -> key.apply(known.fact()).equals(wanted))
        .max(KnownFact.byBusinessTime())
        .map(KnownFact::fact);
  }
}
