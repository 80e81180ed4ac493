package com.cargobond.domain.ledger;

import com.cargobond.domain.event.EventType;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.guarantee.Holding;
import com.cargobond.domain.shipment.Cover;
import com.cargobond.domain.shipment.Effect;
import com.cargobond.domain.shipment.Shipment;
import java.util.Optional;

/** Names what an event did, for the shipment's history. */
final class Effects {

  private Effects() {}

  static Effect of(ShipmentEvent event, Shipment before, Optional<CoverDecision> decision) {
    return decision
        .map(made -> ofDecision(event, made))
        .orElseGet(() -> before.isWaiting(event) ? Effect.PARKED : Effect.RECORDED);
  }

  /** How much of the holding the effect is about, in minor units. */
  static long movedMinor(Effect effect, Holding from, Holding to) {
    return switch (effect) {
      case DEMANDED, DEMAND_WITHDRAWN -> Math.abs(to.openDemands() - from.openDemands());
      case CLAIM_PAID -> to.paidClaims() - from.paidClaims();
      default -> Math.abs(to.open() - from.open());
    };
  }

  private static Effect ofDecision(ShipmentEvent event, CoverDecision decision) {
    Holding from = decision.from();
    Holding to = decision.to();
    if (decision.cover() instanceof Cover.Refused) {
      return Effect.REFUSED;
    }
    if (decision.forced()) {
      return Effect.FORCED;
    }
    if (to.paidClaims() > from.paidClaims()) {
      return Effect.CLAIM_PAID;
    }
    if (to.openDemands() > from.openDemands()) {
      return Effect.DEMANDED;
    }
    if (to.openDemands() < from.openDemands() && to.reserved() > from.reserved()) {
      return Effect.DEMAND_WITHDRAWN;
    }
    if (to.open() == from.open()) {
      return event.type() == EventType.RELEASED_ON_GUARANTEE && to.open() > 0
          ? Effect.CONFIRMED
          : Effect.RECORDED;
    }
    if (from.open() == 0) {
      return Effect.RESERVED;
    }
    boolean isMore = to.open() > from.open();
    return switch (event.type()) {
      case DUTY_PAID, PAYMENT_REVERSED, DISCHARGED, DECLARATION_CANCELLED ->
          isMore ? Effect.RESERVED : Effect.RESTORED;
      default -> Effect.ADJUSTED;
    };
  }
}
