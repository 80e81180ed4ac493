package com.cargobond.domain.deposit;

import com.cargobond.domain.duty.DepositInterest;
import com.cargobond.domain.event.DepositFact;
import com.cargobond.domain.event.DepositFact.ConversionApproved;
import com.cargobond.domain.event.DepositFact.Frozen;
import com.cargobond.domain.event.DepositFact.RefundApproved;
import com.cargobond.domain.event.DepositFact.Taken;
import com.cargobond.domain.event.DepositFact.Unfrozen;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.payment.AccountHolder;
import com.cargobond.domain.payment.Approval;
import com.cargobond.domain.payment.ApprovalNo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a deposit's journal comes to, entry by entry. Mutable while the journal is read; {@link
 * Deposit} alone holds it, and writes to it only then.
 */
final class DepositState {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final Comparator<ShipmentEvent> BUSINESS_TIME =
      Comparator.comparing(ShipmentEvent::time).thenComparing(ShipmentEvent::key);

  Optional<Taken> taken = Optional.empty();
  Optional<DepositFigures> figures = Optional.empty();
  Optional<LocalDate> dormantSince = Optional.empty();
  final Map<RefundId, Refund> refunds = new LinkedHashMap<>();
  final List<DepositException> refusals = new ArrayList<>();
  final Map<Uetr, DepositException> contradictions = new LinkedHashMap<>();
  final Set<DepositException> unknownOutcomes = new LinkedHashSet<>();
  final List<ShipmentEvent> parked = new ArrayList<>();
  final Set<Uetr> unanswered = new HashSet<>();

  private LocalDate takenOn;
  private final Set<ApprovalNo> approvalNos = new HashSet<>();
  private final CourtOrders courtOrders = new CourtOrders();
  private final Set<Heard> heard = new HashSet<>();

  /** Payments that the bank rejected and then said to have settled, and that are not booked. */
  private final Set<Uetr> claims = new HashSet<>();

  private record Heard(Uetr uetr, PaymentOutcome outcome) {}

  void add(DepositEntry entry) {
    switch (entry) {
      case DepositEntry.Learned learned -> learn(learned.event());
      case DepositEntry.Sent sent -> send(sent);
      case DepositEntry.Told told -> hear(told);
      case DepositEntry.ToldOfUnknown told -> unknownOutcomes.add(matter(told));
      case DepositEntry.Repaired repaired -> repair(repaired);
      case DepositEntry.Unanswered silence -> unanswered.add(silence.uetr());
      case DepositEntry.Elapsed elapsed -> elapse(elapsed.day());
    }
  }

  boolean isFrozen() {
    return courtOrders.freeze();
  }

  boolean hasHeard(Uetr uetr, PaymentOutcome outcome) {
    return heard.contains(new Heard(uetr, outcome));
  }

  /** Whether the bank says that it paid by another attempt than the ledger knows of. */
  boolean isClaimed(Refund refund) {
    return refund.attempts().stream().map(Attempt::uetr).anyMatch(claims::contains);
  }

  boolean knows(ApprovalNo approvalNo) {
    return approvalNos.contains(approvalNo);
  }

  /** What is held and not yet promised to a refund, in minor units. */
  long freeMinor() {
    return figures.orElseThrow().held()
        - refunds.values().stream()
            .filter(Refund::isPromised)
            .mapToLong(refund -> refund.amount().minor())
            .sum();
  }

  private void learn(ShipmentEvent event) {
    switch ((DepositFact) event.fact()) {
      case Taken first when taken.isEmpty() -> {
        taken = Optional.of(first);
        takenOn = day(event);
        figures = Optional.of(DepositFigures.taken(first.amount()));
        // In the order in which Customs decided, whatever came first.
        parked.stream().sorted(BUSINESS_TIME).forEach(this::decide);
        parked.clear();
      }
      case Taken again -> {
        if (!again.equals(taken.orElseThrow())) {
          refusals.add(
              new DepositException(DepositExceptionCode.TAKEN_TWICE, event.id(), Optional.empty()));
        }
      }
      case Frozen frozen -> courtOrders.frozen(frozen.orderNo(), event.time());
      case Unfrozen unfrozen -> courtOrders.lifted(unfrozen.orderNo(), event.time());
      case RefundApproved approved -> decideOrPark(event);
      case ConversionApproved approved -> decideOrPark(event);
    }
  }

  private static LocalDate day(ShipmentEvent event) {
    return event.time().atZone(ZONE).toLocalDate();
  }

  private void decideOrPark(ShipmentEvent event) {
    if (taken.isEmpty()) {
      parked.add(event);
    } else {
      decide(event);
    }
  }

  private void decide(ShipmentEvent event) {
    switch (event.fact()) {
      case RefundApproved approved -> {
        AccountHolder payer = taken.orElseThrow().payer();
        AccountHolder payee = approved.payee().orElse(payer);
        if (isAccepted(approved.approval(), payee)) {
          RefundId id = RefundId.of(approved.depositId(), approved.approval().number());
          refunds.put(
              id,
              new Refund(
                  id,
                  approved.approval(),
                  DepositInterest.of(approved.approval().amount(), takenOn, day(event)),
                  payee,
                  RefundStatus.APPROVED,
                  List.of(),
                  0));
        }
      }
      case ConversionApproved approved -> {
        if (isAccepted(approved.approval(), taken.orElseThrow().payer())) {
          move(figures.orElseThrow().convert(approved.approval().amount().minor()));
        }
      }
      default -> throw new IllegalStateException("nothing to decide in " + event.type());
    }
  }

  private boolean isAccepted(Approval approval, AccountHolder payee) {
    Optional<ApprovalRefusal> refusal = refusal(approval, payee);
    refusal.ifPresent(
        code ->
            refusals.add(
                new DepositException(
                    DepositExceptionCode.APPROVAL_REFUSED,
                    approval.number().value(),
                    Optional.of(code.name()))));
    approvalNos.add(approval.number());
    if (refusal.isEmpty()) {
      dormantSince = Optional.empty();
    }
    return refusal.isEmpty();
  }

  private Optional<ApprovalRefusal> refusal(Approval approval, AccountHolder payee) {
    DepositFigures now = figures.orElseThrow();
    if (!approval.isByTwo()) {
      return Optional.of(ApprovalRefusal.SAME_APPROVER);
    }
    if (approvalNos.contains(approval.number())) {
      return Optional.of(ApprovalRefusal.APPROVED_BEFORE);
    }
    if (!approval.amount().currency().equals(now.currency())) {
      return Optional.of(ApprovalRefusal.OTHER_CURRENCY);
    }
    if (now.held() + now.inFlight() == 0) {
      return Optional.of(ApprovalRefusal.DEPOSIT_CLOSED);
    }
    if (approval.amount().minor() > freeMinor()) {
      return Optional.of(ApprovalRefusal.MORE_THAN_HELD);
    }
    return payee.isSameCompanyAs(taken.orElseThrow().payer())
        ? Optional.empty()
        : Optional.of(ApprovalRefusal.PAYEE_MISMATCH);
  }

  private void send(DepositEntry.Sent sent) {
    Refund refund = refunds.get(sent.refund());
    move(figures.orElseThrow().send(refund.amount().minor()));
    put(refund.send(Attempt.sent(sent.uetr(), sent.at(), refund.payee())));
  }

  /** The bank told of a payment that was never sent for this refund. */
  static DepositException matter(DepositEntry.ToldOfUnknown told) {
    return new DepositException(
        DepositExceptionCode.UETR_UNKNOWN, told.uetr().value(), Optional.of(told.outcome().name()));
  }

  private void hear(DepositEntry.Told told) {
    heard.add(new Heard(told.uetr(), told.outcome()));
    tell(
        refunds.values().stream()
            .filter(candidate -> candidate.attempt(told.uetr()).isPresent())
            .findFirst()
            .orElseThrow(),
        told);
  }

  private void tell(Refund refund, DepositEntry.Told told) {
    Attempt attempt = refund.attempt(told.uetr()).orElseThrow();
    if (attempt.outcome().isEmpty()) {
      decide(refund, attempt, told);
    } else if (told.outcome() == PaymentOutcome.RETURNED) {
      takeBack(refund, attempt, told);
    } else {
      contradict(refund, told);
    }
    bookClaim(refund.id(), told.at());
  }

  private void decide(Refund refund, Attempt attempt, DepositEntry.Told told) {
    long minor = refund.amount().minor();
    DepositFigures now = figures.orElseThrow();
    switch (told.outcome()) {
      case SETTLED -> move(now.settle(minor));
      case REJECTED -> move(now.reject(minor));
      // It settled, unheard, and came back.
      case RETURNED -> move(now.settle(minor).takeBack(minor));
    }
    put(
        refund.with(
            attempt.with(told.outcome(), told.reason(), told.at()),
            told.outcome() == PaymentOutcome.SETTLED
                ? RefundStatus.REFUNDED
                : statusAfterFailure(refund, told)));
  }

  /** Whatever the bank had said of it before: the money is back, and the matter is at its end. */
  private void takeBack(Refund refund, Attempt attempt, DepositEntry.Told told) {
    Attempt returned = attempt.with(told.outcome(), told.reason(), told.at());
    claims.remove(told.uetr());
    contradictions.remove(told.uetr());
    if (attempt.outcome().equals(Optional.of(PaymentOutcome.SETTLED))) {
      move(figures.orElseThrow().takeBack(refund.amount().minor()));
      put(refund.with(returned, statusAfterFailure(refund, told)));
    } else {
      put(refund.with(returned, refund.status()));
    }
  }

  private static RefundStatus statusAfterFailure(Refund refund, DepositEntry.Told told) {
    return RefundReasons.statusAfter(told.reason(), refund.attemptsSinceRepair());
  }

  private void contradict(Refund refund, DepositEntry.Told told) {
    contradictions.put(
        told.uetr(),
        new DepositException(
            DepositExceptionCode.OUTCOME_CONTRADICTED,
            refund.id().value(),
            Optional.of(told.outcome().name())));
    if (told.outcome() == PaymentOutcome.SETTLED) {
      claims.add(told.uetr());
    }
  }

  /** What the bank says it paid after all is paid, unless another attempt has paid, or may have. */
  private void bookClaim(RefundId id, Instant at) {
    Refund refund = refunds.get(id);
    if (!refund.isPromised()) {
      return;
    }
    refund.attempts().stream()
        .filter(attempt -> claims.contains(attempt.uetr()))
        .findFirst()
        .ifPresent(
            attempt -> {
              long minor = refund.amount().minor();
              claims.remove(attempt.uetr());
              move(figures.orElseThrow().send(minor).settle(minor));
              put(
                  refund.with(
                      attempt.with(PaymentOutcome.SETTLED, Optional.empty(), at),
                      RefundStatus.REFUNDED));
            });
  }

  private void repair(DepositEntry.Repaired repaired) {
    Refund refund = refunds.get(repaired.refund());
    approvalNos.add(repaired.approvalNo());
    put(refund.payTo(refund.payee().on(repaired.account(), repaired.cnaps())));
  }

  private void elapse(LocalDate day) {
    if (dormantSince.isEmpty()) {
      dormantSince = Optional.of(day);
    } else {
      move(figures.orElseThrow().forfeit());
    }
  }

  private void put(Refund refund) {
    refunds.put(refund.id(), refund);
  }

  private void move(DepositFigures after) {
    figures = Optional.of(after);
  }
}
