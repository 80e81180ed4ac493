package com.cargobond.local.bank;

import java.util.Optional;

/**
 * Where a payment stands.
 *
 * @param reason why it was rejected or returned; empty otherwise
 */
public record PaymentState(PaymentStatus status, Optional<BankReason> reason) {

  /** Taken and undecided. */
  public static final PaymentState ACCEPTED =
      new PaymentState(PaymentStatus.ACCEPTED, Optional.empty());

  /** Paid. */
  public static final PaymentState SETTLED =
      new PaymentState(PaymentStatus.SETTLED, Optional.empty());

  /** Never paid. */
  public static PaymentState rejected(BankReason reason) {
    return new PaymentState(PaymentStatus.REJECTED, Optional.of(reason));
  }

  /** Paid and back again. */
  public static PaymentState returned(BankReason reason) {
    return new PaymentState(PaymentStatus.RETURNED, Optional.of(reason));
  }
}
