package com.cargobond.domain.payment;

import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.ledger.Notice;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.ledger.Refused;
import com.cargobond.domain.ledger.Subject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A subject that owes payments and pays each of them once. An attempt is in its journal before the
 * bank is called; one of which nobody knows the outcome is asked about before anything is sent; and
 * what the bank calls a duplicate is asked about and not sent.
 *
 * @param <S> the subject itself
 */
public interface PayingSubject<S extends PayingSubject<S>> extends Subject {

  /** Bounds what is kept of attempts that were never made: the bank must not fill the journal. */
  int UNKNOWN_OUTCOMES_MAX = 20;

  /** What its payments have of their own. */
  PaymentTerms paymentTerms();

  /** What was handed to the bank and what that said. */
  Payments payments();

  /** All that it owes, or ever owed, each as {@link #payment} has it. */
  Collection<Payment> owedPayments();

  /** The payment as it is ordered by now, or as it was sent while that binds. */
  Optional<Payment> payment(PaymentId id);

  /** When it came to be owed: one of {@link #owedPayments}. */
  Instant owedSince(PaymentId id);

  /** Whether nothing but the bank speaks against paying it now. */
  boolean allows(Payment payment);

  /** Whether it is still to be paid as its last attempt was made. */
  boolean isAsSent(Payment payment);

  /** Whether another attempt, with all that may be heard of it, can be written down. */
  boolean hasRoomForAttempt();

  /** The subject with these steps in its journal; without any, itself. */
  S with(List<? extends PaymentEntry> steps);

  /** What must be told, and which payments can be sent, because it is no longer as it was. */
  List<Notice> noticesSince(S before);

  /** Whether a payment that is due may be handed to the bank, at its hours. */
  default boolean letsPay(PaymentId id) {
    return payment(id)
        .filter(payment -> !payments().isClaimed(payment))
        .filter(this::allows)
        .filter(payment -> hasRoomForAttempt())
        .isPresent();
  }

  /** What is to be done about a payment now. */
  default NextStep nextStep(PaymentId id, Instant now, OpeningHours hours) {
    Optional<Payment> known = payment(id);
    if (known.isEmpty()) {
      return new NextStep.Nothing();
    }
    Payment payment = known.get();
    return switch (payment.status()) {
      case SENT -> new NextStep.Ask(payment.attempts().getLast().uetr());
      case ASKING -> new NextStep.Ask(payments().question(id).orElseThrow());
      case SETTLED, REPAIR, WITHDRAWN -> new NextStep.Nothing();
      case DUE, FAILED -> letsPay(id) ? hours.whenDue(payment, now) : new NextStep.Nothing();
    };
  }

  /**
   * Since when a payment could be with its counterparty, or is; empty if it need not be: it is paid
   * or withheld, waits for a person, for the rail to open or for its next try.
   */
  default Optional<Instant> pendingSince(PaymentId id, Instant now, OpeningHours hours) {
    return payment(id)
        .filter(Payment::isOpen)
        .filter(payment -> !payment.isDue() || letsPay(id))
        .map(
            payment ->
                payment
                    .awaited()
                    .map(Attempt::heardOrSentAt)
                    .orElseGet(
                        () -> hours.opening(payment.retriedFrom().orElseGet(() -> owedSince(id)))))
        .filter(since -> !now.isBefore(since));
  }

  /**
   * What is to be done about an attempt that never reached the bank: only the payment's last is
   * sent again, and only while nobody has heard what became of it, the bank does not say that it
   * paid by another, and the payment is still what was sent. Under another UETR, it might be paid
   * twice.
   */
  default NextStep nextStepAfterLoss(PaymentId id, Uetr uetr, Instant now, OpeningHours hours) {
    return payment(id)
        .filter(payment -> payment.status() == PaymentStatus.SENT)
        .filter(payment -> payment.attempts().getLast().uetr().equals(uetr))
        .filter(payment -> !payments().isClaimed(payment))
        .filter(this::allows)
        .filter(this::isAsSent)
        .map(lost -> hours.whenOpen(now))
        .orElseGet(NextStep.Nothing::new);
  }

  /**
   * Writes down an attempt, before the bank is called.
   *
   * @throws IllegalStateException if the payment is not due, or must not be paid
   */
  default S sending(PaymentId id, Uetr uetr, Instant now) {
    if (!letsPay(id) || !payment(id).map(Payment::isDue).orElse(false)) {
      throw new IllegalStateException(
          "%s %s must not be sent".formatted(paymentTerms().noun(), id.value()));
    }
    return with(List.of(new PaymentEntry.Sent(id, uetr, now)));
  }

  /**
   * Learns what the bank says of an attempt. Twice is once, and after a return nothing is news. An
   * attempt that was never made for this payment needs a person and moves nothing.
   *
   * @throws Refused WRONG_STATE if the bank told of too many attempts that were never made
   */
  default S told(
      PaymentId id, Uetr uetr, PaymentOutcome outcome, Optional<String> reason, Instant now) {
    Optional<Attempt> attempt = payments().sent(id).flatMap(known -> known.attempt(uetr));
    if (attempt.isEmpty()) {
      return toldOfUnknown(new PaymentEntry.ToldOfUnknown(id, uetr, outcome, reason, now));
    }
    return payments().hasHeard(uetr, outcome) || attempt.get().is(PaymentOutcome.RETURNED)
        ? with(List.of())
        : with(List.of(new PaymentEntry.Told(uetr, outcome, reason, now)));
  }

  private S toldOfUnknown(PaymentEntry.ToldOfUnknown told) {
    if (payments().hasHeardOfUnknown(told.uetr(), told.outcome())) {
      return with(List.of());
    }
    if (payments().unknownOutcomes().size() >= UNKNOWN_OUTCOMES_MAX) {
      throw new Refused(RefusalCode.WRONG_STATE, "too many unknown payments were told of");
    }
    return with(List.of(told));
  }

  /**
   * Learns what the bank answered to a question. If it was put because the bank had spoken of a
   * duplicate, also that it did not pay is news: no other attempt is made before that is known of
   * all.
   *
   * @param outcome empty if the attempt never arrived
   * @param askedAt when the question was put: what was asked before the duplicate is no answer
   */
  default S answered(
      PaymentId id,
      Uetr uetr,
      Optional<PaymentOutcome> outcome,
      Optional<String> reason,
      Instant askedAt,
      Instant now) {
    boolean isDenied = outcome.filter(told -> told != PaymentOutcome.REJECTED).isEmpty();
    if (isDenied && payments().isAsked(id, uetr, askedAt)) {
      return with(List.of(new PaymentEntry.Denied(uetr, now)));
    }
    return outcome.map(it -> told(id, uetr, it, reason, now)).orElseGet(() -> with(List.of()));
  }

  /**
   * Requires that a payment may go to an account that was approved under a number; whether one was,
   * the subject knows.
   *
   * @throws Refused WRONG_STATE if the payment does not wait for one, or the bank says that it has
   *     paid it; DUPLICATE if the number was used
   */
  default void requireRepairable(PaymentId id, ApprovalNo approvalNo) {
    String noun = paymentTerms().noun();
    Payment payment =
        payment(id)
            .filter(waiting -> waiting.status() == PaymentStatus.REPAIR)
            .orElseThrow(
                () ->
                    new Refused(
                        RefusalCode.WRONG_STATE, "the " + noun + " does not wait for a repair"));
    if (payments().isClaimed(payment)) {
      throw new Refused(RefusalCode.WRONG_STATE, "the bank says that it has paid the " + noun);
    }
    if (payment.repairedBy().contains(approvalNo)) {
      throw new Refused(RefusalCode.DUPLICATE, "the approval number was used before");
    }
  }
}
