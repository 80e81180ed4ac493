package com.cargobond.domain.payment;

import com.cargobond.domain.ledger.Matter;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** What payments need a person for, as things stand. */
public final class PaymentMatters {

  private final Payments payments;
  private final PaymentTerms terms;

  /** Of the payments of one subject. */
  public PaymentMatters(Payments payments, PaymentTerms terms) {
    this.payments = payments;
    this.terms = terms;
  }

  /**
   * What one payment needs a person for.
   *
   * @param hasRoomForAttempt whether another attempt can be written down
   */
  public Stream<Matter> of(Payment payment, BooleanSupplier hasRoomForAttempt) {
    return switch (payment.status()) {
      case DUE, FAILED ->
          payments.isClaimed(payment) || hasRoomForAttempt.getAsBoolean()
              ? Stream.empty()
              : matter(PaymentTrouble.ATTEMPTS_USED_UP, payment.id().value(), Optional.empty());
      // Also beside a claim, which is booked only when the bank has answered to this one.
      case SENT, ASKING ->
          payment.awaited().map(attempt -> attempt.uetr()).stream()
              .filter(payments::isUnanswered)
              .flatMap(
                  uetr ->
                      matter(
                          PaymentTrouble.UNANSWERED,
                          payment.id().value(),
                          Optional.of(uetr.value())));
      // The bank's contradiction comes first: until it is cleared up, another account is no remedy.
      case REPAIR ->
          payments.isClaimed(payment)
              ? Stream.empty()
              : matter(
                  payments.isDuplicate(payment.id())
                      ? PaymentTrouble.DUPLICATE
                      : PaymentTrouble.NEEDS_REPAIR,
                  payment.id().value(),
                  payment.attempts().getLast().reason());
      case SETTLED, WITHDRAWN -> Stream.empty();
    };
  }

  /** What the bank said that cannot be, whatever the payments have come to. */
  public Stream<Matter> ofContradictions() {
    return Stream.concat(
        payments.unknownOutcomes().stream()
            .flatMap(
                told ->
                    matter(
                        PaymentTrouble.UETR_UNKNOWN,
                        told.uetr().value(),
                        Optional.of(told.outcome().name()))),
        payments.contradictions().values().stream()
            .flatMap(
                told ->
                    matter(
                        PaymentTrouble.OUTCOME_CONTRADICTED,
                        told.payment().value(),
                        Optional.of(told.outcome().name()))));
  }

  private Stream<Matter> matter(PaymentTrouble trouble, String reference, Optional<String> detail) {
    return Stream.of(new Matter(terms.code(trouble), reference, detail));
  }
}
