package com.cargobond.local.reconcile;

import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.payment.PaymentOutcome;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt at a refund, as the ledger has it.
 *
 * @param endToEndId the refund's, the same for all its attempts
 * @param outcome the last that the bank told; empty while nobody knows
 * @param settledAt when it was heard that it settled, also of a payment that came back
 * @param decidedAt when the outcome was heard
 */
public record LedgerPayment(
    DepositId deposit,
    String endToEndId,
    Money amount,
    Uetr uetr,
    Instant sentAt,
    Optional<PaymentOutcome> outcome,
    Optional<Instant> settledAt,
    Optional<Instant> decidedAt) {

  /** When it was heard that the money went, or came back; empty if the ledger knows of neither. */
  Optional<Instant> heardOf(Direction direction) {
    return switch (direction) {
      case DEBIT -> settledAt;
      case CREDIT -> outcome.filter(PaymentOutcome.RETURNED::equals).flatMap(back -> decidedAt);
    };
  }
}
