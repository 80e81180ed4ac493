package com.cargobond.local.bank;

import com.cargobond.domain.identity.Uetr;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A payment comes to stand somewhere.
 *
 * @param time when
 * @param state where it stands from then on
 * @param later where it will stand afterwards; a bank that is restarted carries on with it
 */
public record Booking(
    PaymentOrder order, Instant time, PaymentState state, List<PaymentState> later)
    implements JournalEntry {

  static Booking first(PaymentOrder order, Instant time, List<PaymentState> states) {
    return new Booking(order, time, states.getFirst(), states.subList(1, states.size()));
  }

  public Booking {
    later = List.copyOf(later);
  }

  /** The booking that comes after this one, if any. */
  Optional<Booking> next(Instant time) {
    return later.isEmpty() ? Optional.empty() : Optional.of(first(order, time, later));
  }

  /** The payment. */
  public Uetr uetr() {
    return order.uetr();
  }

  /** What the payment is for: the refund. */
  public String endToEndId() {
    return order.endToEndId();
  }

  /** Where the payment stands from then on. */
  public PaymentStatus status() {
    return state.status();
  }
}
