package com.cargobond.domain.ledger;

import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.DepositId;
import com.cargobond.domain.ledger.Outcome.Applied;
import com.cargobond.domain.ledger.Outcome.QuarantineReason;
import com.cargobond.domain.ledger.Outcome.Quarantined;
import com.cargobond.domain.ledger.Outcome.Repeated;
import java.util.Optional;

/** Applies what Customs says about a deposit. */
final class DepositBookkeeping {

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
    if (!deposit.hasRoomFor(event)) {
      return new Quarantined(QuarantineReason.TOO_MANY_EVENTS);
    }
    Deposit learned = deposit.learn(event, received.receivedAt());
    if (RefundRows.areTooMany(deposit, learned)) {
      return new Quarantined(QuarantineReason.TOO_MANY_WAITING);
    }
    return new Applied(books.with(learned), DepositNotices.of(deposit, learned));
  }
}
