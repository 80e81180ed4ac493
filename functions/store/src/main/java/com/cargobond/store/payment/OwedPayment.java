package com.cargobond.store.payment;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.ledger.Kind;
import com.cargobond.domain.payment.PayingSubject;
import com.cargobond.domain.payment.Payment;
import com.cargobond.domain.payment.PaymentId;
import com.cargobond.store.ledger.BusyLedger;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A payment with the subject that owes it, as they were read.
 *
 * @param <S> the subject
 */
public final class OwedPayment<S extends PayingSubject<S>> {

  private final PaymentLedger ledger;
  private final Kind<S> kind;
  private final PaymentId id;
  private final S owner;

  OwedPayment(PaymentLedger ledger, Kind<S> kind, PaymentId id, S owner) {
    this.ledger = ledger;
    this.kind = kind;
    this.id = id;
    this.owner = owner;
  }

  /** Identifies it. */
  public PaymentId id() {
    return id;
  }

  /** Who owes it. */
  public S owner() {
    return owner;
  }

  /** How it stands; empty if it is not owed after all. */
  public Optional<Payment> payment() {
    return owner.payment(id);
  }

  /**
   * Takes a step of its owner; if somebody else wrote in between, it is decided again. What the
   * step throws is thrown, and nothing is written.
   *
   * @return with its owner as that stands since
   * @throws BusyLedger if others write without end
   */
  public OwedPayment<S> change(UnaryOperator<S> step, Cause cause) {
    return new OwedPayment<>(ledger, kind, id, ledger.change(kind, owner.ref().id(), step, cause));
  }
}
