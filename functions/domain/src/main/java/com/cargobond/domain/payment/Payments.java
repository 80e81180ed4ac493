package com.cargobond.domain.payment;

import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.payment.PaymentReasons.Follows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a subject handed to the bank and what the bank said of it: facts in the order in which they
 * were written. Mutable while a journal is read.
 */
public final class Payments {

  private final Map<PaymentId, Payment> sent = new LinkedHashMap<>();
  private final Map<Uetr, Contradiction> contradictions = new LinkedHashMap<>();
  private final Set<Heard> unknownOutcomes = new LinkedHashSet<>();
  private final Set<Uetr> unanswered = new HashSet<>();

  /** Payments that the bank took for duplicates, and that a person has not seen to since. */
  private final Set<PaymentId> duplicates = new HashSet<>();

  private final Set<Heard> heard = new HashSet<>();

  /** Attempts that the bank rejected and then said to have settled, and that are not booked. */
  private final Set<Uetr> claims = new HashSet<>();

  private final Map<PaymentId, Questions> questions = new HashMap<>();

  /** What the bank said of an attempt. */
  record Heard(Uetr uetr, PaymentOutcome outcome) {}

  /** What the bank said of a payment against its own word. */
  record Contradiction(PaymentId payment, PaymentOutcome outcome) {}

  /** The attempts that are still to be asked about since the bank spoke of a duplicate. */
  private record Questions(Instant since, List<Uetr> open) {}

  /** Whether what the bank says it paid by an attempt is there, and not for something else. */
  public interface Room {
    boolean isFor(Payment payment, Attempt attempt);
  }

  /** All that was ever handed to the bank, what was sent first before the others. */
  public Collection<Payment> sent() {
    return sent.values();
  }

  /** A payment as it was sent last, or as the bank says that it paid. */
  public Optional<Payment> sent(PaymentId id) {
    return Optional.ofNullable(sent.get(id));
  }

  /** Whether the bank says that it paid by another attempt than is known of. */
  public boolean isClaimed(Payment payment) {
    return payment.attempts().stream().map(Attempt::uetr).anyMatch(claims::contains);
  }

  boolean isDuplicate(PaymentId id) {
    return duplicates.contains(id);
  }

  boolean isUnanswered(Uetr uetr) {
    return unanswered.contains(uetr);
  }

  boolean hasHeard(Uetr uetr, PaymentOutcome outcome) {
    return heard.contains(new Heard(uetr, outcome));
  }

  boolean hasHeardOfUnknown(Uetr uetr, PaymentOutcome outcome) {
    return unknownOutcomes.contains(new Heard(uetr, outcome));
  }

  /** What the bank told of attempts that were never made, the first before the others. */
  Set<Heard> unknownOutcomes() {
    return unknownOutcomes;
  }

  /** What the bank said against its own word, by attempt; the first before the others. */
  Map<Uetr, Contradiction> contradictions() {
    return contradictions;
  }

  /** The attempt to ask about next because the bank spoke of a duplicate. */
  Optional<Uetr> question(PaymentId id) {
    return Optional.ofNullable(questions.get(id)).map(asked -> asked.open().getFirst());
  }

  /** Whether an answer to a question that was put at this time ends one about a duplicate. */
  boolean isAsked(PaymentId id, Uetr uetr, Instant askedAt) {
    Questions asked = questions.get(id);
    return asked != null && asked.open().contains(uetr) && !askedAt.isBefore(asked.since());
  }

  /**
   * An attempt.
   *
   * @param due the payment as it was ordered by then
   */
  public void send(Payment due, PaymentEntry.Sent step) {
    put(due.send(step.uetr(), step.at()));
  }

  /**
   * The bank said what became of an attempt.
   *
   * @param room asked once the rest of what it said is known
   */
  public void hear(PaymentEntry.Told told, Room room) {
    heard.add(new Heard(told.uetr(), told.outcome()));
    Payment payment = of(told.uetr());
    Attempt attempt = payment.attempt(told.uetr()).orElseThrow();
    if (attempt.outcome().isEmpty()) {
      decide(payment, attempt, told);
    } else if (told.outcome() == PaymentOutcome.RETURNED) {
      takeBack(payment, attempt, told);
    } else {
      contradict(payment, attempt, told);
    }
    bookClaim(payment.id(), told.at(), room);
  }

  /** The bank spoke of an attempt that was never made: nothing moves. */
  public void hear(PaymentEntry.ToldOfUnknown told) {
    unknownOutcomes.add(new Heard(told.uetr(), told.outcome()));
  }

  /** The bank was asked, and did not pay by this attempt. */
  public void hear(PaymentEntry.Denied denied) {
    answered(of(denied.uetr()).id(), denied.uetr());
  }

  /** The bank has been silent for long. */
  public void miss(PaymentEntry.Unanswered silence) {
    unanswered.add(silence.uetr());
  }

  /** The payment goes to another account. */
  public void repair(PaymentId id, ApprovalNo number, AccountHolder payee) {
    duplicates.remove(id);
    put(sent.get(id).payTo(payee, number));
  }

  private Payment of(Uetr uetr) {
    return sent.values().stream()
        .filter(candidate -> candidate.attempt(uetr).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private void decide(Payment payment, Attempt attempt, PaymentEntry.Told told) {
    Attempt decided = attempt.with(told.outcome(), told.reason(), told.at());
    if (told.outcome() == PaymentOutcome.SETTLED) {
      put(payment.with(decided, PaymentStatus.SETTLED));
    } else {
      fail(payment, decided, told);
    }
  }

  /** Whatever the bank had said of it before: the money is back, and the matter is at its end. */
  private void takeBack(Payment payment, Attempt attempt, PaymentEntry.Told told) {
    Attempt returned = attempt.with(told.outcome(), told.reason(), told.at());
    claims.remove(told.uetr());
    contradictions.remove(told.uetr());
    if (attempt.is(PaymentOutcome.SETTLED)) {
      fail(payment, returned, told);
    } else {
      put(payment.with(returned, payment.status()));
      answered(payment.id(), told.uetr());
    }
  }

  private void fail(Payment payment, Attempt failed, PaymentEntry.Told told) {
    if (payment.reason(told.reason(), told.at()).follows() == Follows.ASK) {
      ask(payment.with(failed, PaymentStatus.ASKING), told.at());
    } else {
      boolean again = payment.isRetried(told.reason(), told.at());
      put(payment.with(failed, again ? PaymentStatus.FAILED : PaymentStatus.REPAIR));
    }
  }

  /** What came back has ended; of all others the bank must say anew whether it paid. */
  private void ask(Payment payment, Instant since) {
    List<Uetr> open =
        payment.attempts().stream()
            .filter(attempt -> !attempt.is(PaymentOutcome.RETURNED))
            .map(Attempt::uetr)
            .toList();
    duplicates.add(payment.id());
    if (open.isEmpty()) {
      put(payment.is(PaymentStatus.REPAIR));
    } else {
      questions.put(payment.id(), new Questions(since, open));
      put(payment);
    }
  }

  /** When all have ended without paying, a person must find out what the duplicate is of. */
  private void answered(PaymentId id, Uetr uetr) {
    Questions asked = questions.get(id);
    if (asked == null) {
      return;
    }
    List<Uetr> open = new ArrayList<>(asked.open());
    open.remove(uetr);
    if (open.isEmpty()) {
      questions.remove(id);
      put(sent.get(id).is(PaymentStatus.REPAIR));
    } else {
      questions.put(id, new Questions(asked.since(), open));
    }
  }

  /** One that was only called a duplicate may have paid: to say so is no contradiction. */
  private void contradict(Payment payment, Attempt attempt, PaymentEntry.Told told) {
    Instant decidedAt = attempt.decidedAt().orElseThrow();
    if (payment.reason(attempt.reason(), decidedAt).follows() != Follows.ASK) {
      contradictions.put(told.uetr(), new Contradiction(payment.id(), told.outcome()));
    }
    if (told.outcome() == PaymentOutcome.SETTLED) {
      claims.add(told.uetr());
    }
  }

  /**
   * What the bank says it paid after all is paid, unless another attempt has paid, or may have. If
   * its money is not there any more, nothing moves, and a person is asked.
   */
  private void bookClaim(PaymentId id, Instant at, Room room) {
    Payment payment = sent.get(id);
    List<Attempt> claimed =
        payment.attempts().stream().filter(attempt -> claims.contains(attempt.uetr())).toList();
    if (claimed.isEmpty() || payment.status() == PaymentStatus.SENT) {
      return;
    }
    claimed.stream()
        .filter(attempt -> payment.status() != PaymentStatus.SETTLED)
        .filter(attempt -> room.isFor(payment, attempt))
        .findFirst()
        .ifPresentOrElse(
            attempt -> book(payment, attempt, at),
            () ->
                claimed.forEach(
                    attempt ->
                        contradictions.put(
                            attempt.uetr(), new Contradiction(id, PaymentOutcome.SETTLED))));
  }

  private void book(Payment payment, Attempt attempt, Instant at) {
    claims.remove(attempt.uetr());
    questions.remove(payment.id());
    duplicates.remove(payment.id());
    put(payment.paidBy(attempt.with(PaymentOutcome.SETTLED, Optional.empty(), at)));
  }

  private void put(Payment payment) {
    sent.put(payment.id(), payment);
  }
}
