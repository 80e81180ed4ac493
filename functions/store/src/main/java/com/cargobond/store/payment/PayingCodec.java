package com.cargobond.store.payment;

import com.cargobond.domain.ledger.Identifier;
import com.cargobond.domain.payment.PayingSubject;
import com.cargobond.domain.payment.Payment;
import com.cargobond.domain.payment.PaymentId;
import com.cargobond.domain.payment.PaymentTerms;
import com.cargobond.store.ledger.Codec;
import com.cargobond.store.ledger.Listing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the subjects of a kind that pays are kept. That there is one is all that its payments need to
 * be made: each is found by its id, and listed while it is open.
 */
public interface PayingCodec<S extends PayingSubject<S>> extends Codec<S> {

  /** What its payments have of their own. */
  PaymentTerms terms();

  /** Where those are listed that are open. */
  default OpenPaymentList openPayments() {
    return OpenPaymentList.PAYMENTS;
  }

  @Override
  default List<Listing> listings(S subject) {
    return subject.owedPayments().stream()
        .filter(Payment::isOpen)
        .map(payment -> openPayments().listing(payment.id()))
        .toList();
  }

  @Override
  default List<Identifier> taken(Optional<S> before, S after) {
    Set<PaymentId> known =
        before.stream()
            .flatMap(subject -> subject.owedPayments().stream())
            .map(Payment::id)
            .collect(Collectors.toSet());
    return after.owedPayments().stream()
        .map(Payment::id)
        .filter(id -> !known.contains(id))
        .map(id -> new Identifier(id.alias(), after.ref().id()))
        .toList();
  }
}
