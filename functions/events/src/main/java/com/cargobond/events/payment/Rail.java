package com.cargobond.events.payment;

import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.payment.OpeningHours;
import com.cargobond.domain.payment.PayingSubject;
import com.cargobond.domain.payment.Payment;

/** How one counterparty is paid through. */
public interface Rail {

  /** When it takes payments, and when it is tried again. */
  OpeningHours hours();

  /**
   * Hands a payment over. The same UETR again is the same payment.
   *
   * @param owner who owes it, and knows what else must be said of it
   * @throws NoAnswer if nobody knows whether it was made
   */
  PaymentAnswer pay(PayingSubject<?> owner, Payment payment, Uetr uetr);

  /**
   * Asks what became of a payment.
   *
   * @throws NoAnswer if the counterparty does not say
   */
  PaymentAnswer ask(Uetr uetr);
}
