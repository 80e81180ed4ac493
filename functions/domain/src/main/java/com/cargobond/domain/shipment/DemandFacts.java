package com.cargobond.domain.shipment;

import com.cargobond.domain.calendar.ChinaDay;
import com.cargobond.domain.event.Fact;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.guarantee.Demand;
import com.cargobond.domain.guarantee.DemandId;
import com.cargobond.domain.guarantee.DemandStatus;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.shipment.BankFact.Decision;
import com.cargobond.domain.shipment.BankFact.DemandDecided;
import com.cargobond.domain.shipment.BankFact.DemandPaid;
import com.cargobond.domain.shipment.BankFact.DemandReimbursed;
import com.cargobond.domain.shipment.CustomsFact.DefaultDemanded;
import com.cargobond.domain.shipment.CustomsFact.DemandWithdrawn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known about one demand; its status follows from that. The latest word counts: a demand
 * that is made again after its withdrawal stands, and a decision counts for what it decided on.
 *
 * @param madeAt when it was first made as it stands
 * @param decided the bank's decision on it as it stands
 * @param payments the guarantor's, each reference once, by business time
 * @param toldOtherwise whether Customs has told it otherwise, or made it again after withdrawing
 *     it, since the bank decided on what it paid
 * @param contradicted whether another amount was told at the same moment
 * @param overtaken whether the duty was paid, or fell away, after it was made and before the bank
 *     had decided to comply, and it asks for more than is left
 */
record DemandFacts(
    DefaultDemanded demanded,
    Instant madeAt,
    boolean withdrawnByCustoms,
    Optional<DemandDecided> decided,
    List<KnownFact<DemandPaid>> payments,
    boolean reimbursed,
    boolean toldOtherwise,
    boolean contradicted,
    boolean overtaken) {

  static List<DemandFacts> of(
      DeclarationNo declaration, Currency currency, List<ShipmentEvent> events) {
    List<KnownFact<DefaultDemanded>> demanded = KnownFact.of(DefaultDemanded.class, events);
    if (demanded.isEmpty()) {
      return List.of();
    }
    return demanded.stream()
        .collect(Collectors.groupingBy(known -> known.fact().demandId()))
        .entrySet()
        .stream()
        .map(told -> of(told.getKey(), told.getValue(), events))
        .filter(demand -> demand.demanded().declarationNo().equals(declaration))
        .filter(demand -> demand.demanded().amount().currency().equals(currency))
        .sorted(Comparator.comparing(demand -> demand.demanded().demandId()))
        .toList();
  }

  /**
   * The status.
   *
   * @param claimableUntil the last day on which the guarantor can be claimed on, if it is known: a
   *     demand after it is refused (Civil Code art. 692, 693)
   */
  DemandStatus status(Optional<LocalDate> claimableUntil) {
    if (isPaid()) {
      return reimbursed ? DemandStatus.REIMBURSED : DemandStatus.PAID;
    }
    if (withdrawnByCustoms) {
      return DemandStatus.WITHDRAWN;
    }
    if (isAfter(claimableUntil)) {
      return DemandStatus.REJECTED;
    }
    if (hasComplied()) {
      return DemandStatus.COMPLYING;
    }
    if (overtaken) {
      return DemandStatus.WITHDRAWN;
    }
    return decided.isPresent() ? DemandStatus.REJECTED : DemandStatus.RECEIVED;
  }

  long amountMinor() {
    return demanded.amount().minor();
  }

  boolean isPaid() {
    return !payments.isEmpty();
  }

  /** The value date of the bank's payment, if it lies between the demand and the day of telling. */
  LocalDate paidOn() {
    KnownFact<DemandPaid> first = payments.getFirst();
    LocalDate told = ChinaDay.of(first.time());
    return first
        .fact()
        .paidOn()
        .filter(day -> !day.isBefore(madeOn()) && !day.isAfter(told))
        .orElse(told);
  }

  /** Whether the bank decided to pay it as it stands. */
  boolean hasComplied() {
    return decided.filter(decision -> decision.decision() == Decision.COMPLY).isPresent();
  }

  boolean isAfter(Optional<LocalDate> claimableUntil) {
    return claimableUntil.filter(madeOn()::isAfter).isPresent();
  }

  LocalDate madeOn() {
    return ChinaDay.of(madeAt);
  }

  /** Whether the bank paid what Customs had withdrawn, or what the bank had rejected. */
  boolean isPaidUnasked() {
    return isPaid() && (withdrawnByCustoms || decided.isPresent() && !hasComplied());
  }

  boolean isPaidTwice() {
    return payments.size() > 1;
  }

  Demand asDemand(ShipmentId shipment, Optional<LocalDate> claimableUntil) {
    DemandStatus status = status(claimableUntil);
    boolean refusedByRule = status == DemandStatus.REJECTED && isAfter(claimableUntil);
    return new Demand(
        demanded.demandId(),
        shipment,
        demanded.declarationNo(),
        demanded.amount(),
        madeAt,
        status,
        refusedByRule
            ? claimableUntil.map(day -> "made after the suretyship period, which ended on " + day)
            : decided.flatMap(DemandDecided::reason),
        isPaid() ? Optional.of(payments.getLast().fact().paymentRef()) : Optional.empty());
  }

  DemandFacts asOvertaken(boolean is) {
    return new DemandFacts(
        demanded,
        madeAt,
        withdrawnByCustoms,
        decided,
        payments,
        reimbursed,
        toldOtherwise,
        contradicted,
        is);
  }

  private static DemandFacts of(
      DemandId id, List<KnownFact<DefaultDemanded>> told, List<ShipmentEvent> events) {
    List<KnownFact<DemandPaid>> payments =
        of(DemandPaid.class, events, DemandPaid::demandId, id)
            .collect(
                Collectors.toMap(
                    paid -> paid.fact().paymentRef(),
                    Function.identity(),
                    BinaryOperator.minBy(KnownFact.byBusinessTime())))
            .values()
            .stream()
            .sorted(KnownFact.byBusinessTime())
            .toList();
    List<KnownFact<DemandWithdrawn>> withdrawals =
        of(DemandWithdrawn.class, events, DemandWithdrawn::demandId, id).toList();
    List<KnownFact<DemandDecided>> decisions =
        of(DemandDecided.class, events, DemandDecided::demandId, id)
            .sorted(KnownFact.byBusinessTime())
            .toList();
    KnownFact<DefaultDemanded> counting = counting(told, payments, decisions, withdrawals);
    Instant madeAt = madeAt(counting, told, withdrawals);
    return new DemandFacts(
        counting.fact(),
        madeAt,
        withdrawals.stream().anyMatch(word -> word.time().isAfter(counting.time())),
        decisions.stream()
            .filter(word -> !word.time().isBefore(madeAt))
            .reduce((earlier, later) -> later)
            .map(KnownFact::fact),
        payments,
        of(DemandReimbursed.class, events, DemandReimbursed::demandId, id).findAny().isPresent(),
        !payments.isEmpty() && isToldOtherwise(counting, told, withdrawals),
        told.stream()
            .filter(word -> word.time().equals(counting.time()))
            .anyMatch(word -> !word.fact().amount().equals(counting.fact().amount())),
        false);
  }

  /**
   * The demand as it was last told; once it is paid, as it was told when the bank decided to
   * comply, or else when it paid: that is what it has paid. A withdrawal ends the decision.
   */
  private static KnownFact<DefaultDemanded> counting(
      List<KnownFact<DefaultDemanded>> told,
      List<KnownFact<DemandPaid>> payments,
      List<KnownFact<DemandDecided>> decisions,
      List<KnownFact<DemandWithdrawn>> withdrawals) {
    List<KnownFact<DefaultDemanded>> inOrder = told.stream().sorted(HIGHER_COUNTS).toList();
    if (payments.isEmpty()) {
      return inOrder.getLast();
    }
    Instant paidAt = payments.getFirst().time();
    Instant answeredAt =
        decisions.stream()
            .filter(decision -> !decision.time().isAfter(paidAt))
            .reduce((earlier, later) -> later)
            .filter(decision -> decision.fact().decision() == Decision.COMPLY)
            .map(KnownFact::time)
            .filter(
                at ->
                    withdrawals.stream()
                        .map(KnownFact::time)
                        .noneMatch(time -> time.isAfter(at) && !time.isAfter(paidAt)))
            .orElse(paidAt);
    return inOrder.stream()
        .filter(demand -> !demand.time().isAfter(answeredAt))
        .reduce((earlier, later) -> later)
        .orElse(inOrder.getFirst());
  }

  /** By business time; of one moment the higher amount counts, so that it is held. */
  private static final Comparator<KnownFact<DefaultDemanded>> HIGHER_COUNTS =
      Comparator.<KnownFact<DefaultDemanded>, Instant>comparing(KnownFact::time)
          .thenComparing(word -> word.fact().amount().minor())
          .thenComparing(KnownFact::eventKey);

  private static boolean isToldOtherwise(
      KnownFact<DefaultDemanded> counting,
      List<KnownFact<DefaultDemanded>> told,
      List<KnownFact<DemandWithdrawn>> withdrawals) {
    return told.stream()
        .filter(word -> word.time().isAfter(counting.time()))
        .anyMatch(
            word ->
                !word.fact().equals(counting.fact())
                    || withdrawals.stream()
                        .anyMatch(
                            withdrawn ->
                                withdrawn.time().isAfter(counting.time())
                                    && withdrawn.time().isBefore(word.time())));
  }

  /** Told again with nothing else in between, it is the same demand as before. */
  private static Instant madeAt(
      KnownFact<DefaultDemanded> counting,
      List<KnownFact<DefaultDemanded>> told,
      List<KnownFact<DemandWithdrawn>> withdrawals) {
    Optional<Instant> endOfEarlier =
        Stream.concat(
                told.stream()
                    .filter(word -> !word.fact().equals(counting.fact()))
                    .map(KnownFact::time),
                withdrawals.stream().map(KnownFact::time))
            .filter(time -> time.isBefore(counting.time()))
            .max(Comparator.naturalOrder());
    return told.stream()
        .filter(word -> word.fact().equals(counting.fact()))
        .map(KnownFact::time)
        .filter(time -> endOfEarlier.filter(time::isBefore).isEmpty())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static <F extends Fact> Stream<KnownFact<F>> of(
      Class<F> type, List<ShipmentEvent> events, Function<F, DemandId> demand, DemandId wanted) {
    return KnownFact.of(type, events, word -> demand.apply(word).equals(wanted)).stream();
  }
}
