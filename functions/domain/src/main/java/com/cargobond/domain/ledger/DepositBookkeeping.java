package com.cargobond.domain.ledger;

import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositExceptionCode;
import com.cargobond.domain.event.DepositFact;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.DepositId;
import com.cargobond.domain.ledger.Outcome.Applied;
import com.cargobond.domain.ledger.Outcome.QuarantineReason;
import com.cargobond.domain.ledger.Outcome.Quarantined;
import com.cargobond.domain.ledger.Outcome.Repeated;
import java.util.Optional;

/** Applies what Customs says about a deposit. */
final class DepositBookkeeping {

  /**
   * Bounds the approvals that wait for their deposit: all of them are decided by the one event that
   * takes it, and written in its transaction.
   */
  static final int WAITING_MAX = 20;

  private DepositBookkeeping() {}

  static Outcome apply(Books books, ReceivedEvent received, DepositId id) {
    ShipmentEvent event = received.event();
    Deposit deposit = books.deposit(id);
    Optional<ShipmentEvent> known = deposit.recorded(event.key());
    if (known.isPresent()) {
      return known.get().fingerprint().equals(event.fingerprint())
          ? new Repeated()
          : new Quarantined(QuarantineReason.ID_REUSED);
    }
    if (deposit.isFull() && !isOfCourt(event)) {
      return new Quarantined(QuarantineReason.TOO_MANY_EVENTS);
    }
    if (deposit.figures().isEmpty() && isApproval(event) && waiting(deposit) >= WAITING_MAX) {
      return new Quarantined(QuarantineReason.TOO_MANY_WAITING);
    }
    Deposit learned = deposit.learn(event, received.receivedAt());
    return new Applied(books.with(learned), DepositNotices.of(deposit, learned));
  }

  private static boolean isApproval(ShipmentEvent event) {
    return event.fact() instanceof DepositFact.RefundApproved
        || event.fact() instanceof DepositFact.ConversionApproved;
  }

  private static long waiting(Deposit deposit) {
    return deposit.exceptions().stream()
        .filter(matter -> matter.code() == DepositExceptionCode.DEPOSIT_UNKNOWN)
        .count();
  }

  /** What a court says is never set aside: money could leave that it forbids to pay. */
  private static boolean isOfCourt(ShipmentEvent event) {
    return event.fact() instanceof DepositFact.Frozen
        || event.fact() instanceof DepositFact.Unfrozen;
  }
}
