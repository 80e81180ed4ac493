package com.cargobond.domain.ledger;

import com.cargobond.domain.event.CustomsFact.DeclarationFiled;
import com.cargobond.domain.event.DepositFact;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.ledger.Outcome.Applied;
import com.cargobond.domain.ledger.Outcome.QuarantineReason;
import com.cargobond.domain.ledger.Outcome.Quarantined;
import com.cargobond.domain.ledger.Outcome.Repeated;
import com.cargobond.domain.shipment.RecordedEvent;
import com.cargobond.domain.shipment.Shipment;
import java.util.Optional;

/**
 * Applies one event to the books: the shipment learns it, once, as far as there is room for it.
 * What Customs says about a deposit is the deposit's to learn. Pure.
 */
public final class Bookkeeping {

  private Bookkeeping() {}

  /** What becomes of the event. */
  public static Outcome apply(Books books, ReceivedEvent received) {
    ShipmentEvent event = received.event();
    if (event.fact() instanceof DepositFact fact) {
      return DepositBookkeeping.apply(books, received, fact.depositId());
    }
    Shipment shipment = books.shipment(event.shipment());
    Optional<RecordedEvent> known = shipment.recorded(event.key());
    if (known.isPresent()) {
      return known.get().event().fingerprint().equals(event.fingerprint())
          ? new Repeated()
          : new Quarantined(QuarantineReason.ID_REUSED);
    }
    if (shipment.isSuperseded(event)) {
      return new Repeated();
    }
    if (!shipment.hasRoomFor(event)) {
      return new Quarantined(QuarantineReason.TOO_MANY_EVENTS);
    }
    if (isOnTooMany(books, shipment, event)) {
      return new Quarantined(QuarantineReason.DECLARATION_ON_TOO_MANY);
    }
    return learn(books, shipment, received);
  }

  private static Applied learn(Books books, Shipment shipment, ReceivedEvent received) {
    Learning learning = new Learning(books, shipment, received);
    learning.decide();
    return learning.applied();
  }

  /** Whether a declaration is filed on one more house waybill than can change at once. */
  private static boolean isOnTooMany(Books books, Shipment shipment, ShipmentEvent event) {
    return event.fact() instanceof DeclarationFiled filed
        && !books.hasRoomFor(filed.declarationNo(), shipment.id())
        && !shipment.stands(filed.declarationNo());
  }
}
