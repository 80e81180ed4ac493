package com.cargobond.domain.deposit;

import com.cargobond.domain.deposit.RefundReasons.Follows;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.ledger.Matter;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.payment.AccountHolder;
import com.cargobond.domain.payment.ApprovalNo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was handed to the bank and what it said: facts in the order in which they were written.
 * Mutable while a journal is read.
 */
final class PaymentSteps {

  final Map<RefundId, SentRefund> sent = new LinkedHashMap<>();
  final Map<Uetr, Matter> contradictions = new LinkedHashMap<>();
  final Set<Matter> unknownOutcomes = new LinkedHashSet<>();
  final Set<Uetr> unanswered = new HashSet<>();

  /** Refunds that the bank took for duplicates, and that a person has not seen to since. */
  final Set<RefundId> duplicates = new HashSet<>();

  private final Set<Heard> heard = new HashSet<>();

  /** Payments that the bank rejected and then said to have settled, and that are not booked. */
  private final Set<Uetr> claims = new HashSet<>();

  private final Map<RefundId, Questions> questions = new HashMap<>();

  private record Heard(Uetr uetr, PaymentOutcome outcome) {}

  /** The attempts that are still to be asked about since the bank spoke of a duplicate. */
  private record Questions(Instant since, List<Uetr> open) {}

  /** Whether what the bank says it paid of a refund is held, and not for something else. */
  interface Room {
    boolean isFor(RefundId refund, Money amount);
  }

  /** An attempt at what is ordered by now. */
  void send(Refund due, Order order, DepositEntry.Sent step) {
    SentRefund before = sent.getOrDefault(due.id(), SentRefund.first(due, order));
    sent.put(due.id(), before.sending(due, order, step));
  }

  /** The bank told of a payment that was never sent for this refund. */
  static Matter matter(DepositEntry.ToldOfUnknown told) {
    return new Matter(
        DepositExceptionCode.UETR_UNKNOWN, told.uetr().value(), Optional.of(told.outcome().name()));
  }

  boolean hasHeard(Uetr uetr, PaymentOutcome outcome) {
    return heard.contains(new Heard(uetr, outcome));
  }

  /** Whether the bank says that it paid by another attempt than the ledger knows of. */
  boolean isClaimed(Refund refund) {
    return refund.attempts().stream().map(Attempt::uetr).anyMatch(claims::contains);
  }

  /** The attempt to ask about next because the bank spoke of a duplicate. */
  Optional<Uetr> question(RefundId refund) {
    return Optional.ofNullable(questions.get(refund)).map(asked -> asked.open().getFirst());
  }

  /** Whether an answer to a question that was put at this time ends one about a duplicate. */
  boolean isAsked(RefundId refund, Uetr uetr, Instant askedAt) {
    Questions asked = questions.get(refund);
    return asked != null && asked.open().contains(uetr) && !askedAt.isBefore(asked.since());
  }

  /** The bank was asked, and did not pay by this attempt. */
  void deny(Uetr uetr) {
    SentRefund of = of(uetr);
    answered(of.refund(), uetr);
  }

  /**
   * The bank said what became of an attempt.
   *
   * @param room asked once the rest of what it said is known
   */
  void hear(DepositEntry.Told told, Room room) {
    heard.add(new Heard(told.uetr(), told.outcome()));
    Refund refund = of(told.uetr()).refund();
    Attempt attempt = refund.attempt(told.uetr()).orElseThrow();
    if (attempt.outcome().isEmpty()) {
      decide(refund, attempt, told);
    } else if (told.outcome() == PaymentOutcome.RETURNED) {
      takeBack(refund, attempt, told);
    } else {
      contradict(refund, attempt, told);
    }
    bookClaim(refund.id(), told.at(), room);
  }

  /**
   * The refund goes to another account.
   *
   * @param payeeOf Customs' word about the account; versions before this one had none
   */
  void repair(RefundId id, ApprovalNo number, AccountHolder payee, Optional<ApprovalNo> payeeOf) {
    SentRefund refund = sent.get(id);
    duplicates.remove(id);
    sent.put(id, refund.repaired(refund.refund().payTo(payee), number, payeeOf));
  }

  private SentRefund of(Uetr uetr) {
    return sent.values().stream()
        .filter(candidate -> candidate.refund().attempt(uetr).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private void decide(Refund refund, Attempt attempt, DepositEntry.Told told) {
    Attempt decided = attempt.with(told.outcome(), told.reason(), told.at());
    if (told.outcome() == PaymentOutcome.SETTLED) {
      put(refund.with(decided, RefundStatus.REFUNDED));
    } else {
      fail(refund, decided, told);
    }
  }

  /** Whatever the bank had said of it before: the money is back, and the matter is at its end. */
  private void takeBack(Refund refund, Attempt attempt, DepositEntry.Told told) {
    Attempt returned = attempt.with(told.outcome(), told.reason(), told.at());
    claims.remove(told.uetr());
    contradictions.remove(told.uetr());
    if (attempt.outcome().equals(Optional.of(PaymentOutcome.SETTLED))) {
      fail(refund, returned, told);
    } else {
      put(refund.with(returned, refund.status()));
      answered(sent.get(refund.id()).refund(), told.uetr());
    }
  }

  private void fail(Refund refund, Attempt failed, DepositEntry.Told told) {
    Follows follows = RefundReasons.follows(told.reason());
    if (follows == Follows.ASK) {
      ask(refund.with(failed, RefundStatus.ASKING), told.at());
    } else {
      boolean again =
          follows == Follows.RETRY && refund.attemptsSinceRepair() < Refund.ATTEMPTS_MAX;
      put(refund.with(failed, again ? RefundStatus.FAILED : RefundStatus.REPAIR));
    }
  }

  /** What came back has ended; of all others the bank must say anew whether it paid. */
  private void ask(Refund refund, Instant since) {
    List<Uetr> open =
        refund.attempts().stream()
            .filter(attempt -> !attempt.outcome().equals(Optional.of(PaymentOutcome.RETURNED)))
            .map(Attempt::uetr)
            .toList();
    duplicates.add(refund.id());
    if (open.isEmpty()) {
      put(refund.is(RefundStatus.REPAIR));
    } else {
      questions.put(refund.id(), new Questions(since, open));
      put(refund);
    }
  }

  /** When all have ended without paying, a person must find out what the duplicate is of. */
  private void answered(Refund refund, Uetr uetr) {
    Questions asked = questions.get(refund.id());
    if (asked == null) {
      return;
    }
    List<Uetr> open = new ArrayList<>(asked.open());
    open.remove(uetr);
    if (open.isEmpty()) {
      questions.remove(refund.id());
      put(refund.is(RefundStatus.REPAIR));
    } else {
      questions.put(refund.id(), new Questions(asked.since(), open));
    }
  }

  /** One that was only called a duplicate may have paid: to say so is no contradiction. */
  private void contradict(Refund refund, Attempt attempt, DepositEntry.Told told) {
    if (RefundReasons.follows(attempt.reason()) != Follows.ASK) {
      contradicted(refund.id(), told.uetr(), told.outcome());
    }
    if (told.outcome() == PaymentOutcome.SETTLED) {
      claims.add(told.uetr());
    }
  }

  private void contradicted(RefundId refund, Uetr uetr, PaymentOutcome outcome) {
    contradictions.put(
        uetr,
        new Matter(
            DepositExceptionCode.OUTCOME_CONTRADICTED,
            refund.value(),
            Optional.of(outcome.name())));
  }

  /**
   * What the bank says it paid after all is paid, unless another attempt has paid, or may have. If
   * its money is not there any more, nothing moves, and a person is asked.
   */
  private void bookClaim(RefundId id, Instant at, Room room) {
    SentRefund of = sent.get(id);
    List<Attempt> claimed =
        of.refund().attempts().stream().filter(attempt -> claims.contains(attempt.uetr())).toList();
    if (claimed.isEmpty() || of.refund().status() == RefundStatus.SENT) {
      return;
    }
    claimed.stream()
        .filter(attempt -> of.refund().isPromised() && room.isFor(id, of.amountOf(attempt)))
        .findFirst()
        .ifPresentOrElse(
            attempt -> book(of, attempt, at),
            () ->
                claimed.forEach(
                    attempt -> contradicted(id, attempt.uetr(), PaymentOutcome.SETTLED)));
  }

  private void book(SentRefund of, Attempt attempt, Instant at) {
    RefundId id = of.refund().id();
    claims.remove(attempt.uetr());
    questions.remove(id);
    duplicates.remove(id);
    sent.put(id, of.paidBy(attempt.with(PaymentOutcome.SETTLED, Optional.empty(), at)));
  }

  private void put(Refund refund) {
    sent.put(refund.id(), sent.get(refund.id()).with(refund));
  }
}
