package com.cargobond.domain.payment;

import com.cargobond.domain.calendar.ChinaDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Attempts of which the bank does not say what became. That nothing was heard is no decision. */
public final class PaymentSilences {

  /** Bounds the silences that one change tells of, so that it fits into one transaction. */
  public static final int SILENCES_MAX = 20;

  private final Payments payments;
  private final PaymentTerms terms;

  /** Of the payments of one subject. */
  public PaymentSilences(Payments payments, PaymentTerms terms) {
    this.payments = payments;
    this.terms = terms;
  }

  /** The day on which a person must ask the bank for its answer, if nothing is heard before. */
  public Optional<LocalDate> deadline(Collection<Payment> of) {
    return unflagged(of).map(this::deadline).min(LocalDate::compareTo);
  }

  /** The attempts that should have been answered for by now and that nobody was told of, some. */
  public List<PaymentEntry.Unanswered> on(LocalDate today, Collection<Payment> of, Instant now) {
    return unflagged(of)
        .filter(attempt -> !today.isBefore(deadline(attempt)))
        .limit(SILENCES_MAX)
        .map(attempt -> new PaymentEntry.Unanswered(attempt.uetr(), now))
        .toList();
  }

  private Stream<Attempt> unflagged(Collection<Payment> of) {
    return of.stream()
        .flatMap(payment -> payment.awaited().stream())
        .filter(attempt -> !payments.isUnanswered(attempt.uetr()));
  }

  /** A duplicate is asked about from when the bank spoke of it. */
  private LocalDate deadline(Attempt attempt) {
    return terms.answerDeadline(ChinaDay.of(attempt.heardOrSentAt()));
  }
}
