package com.cargobond.domain.shipment;

import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.guarantee.Holding;
import com.cargobond.domain.shipment.Cover.Hold;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Names what an event did, for the shipment's history, by what is held before and after it and
 * never by the event's type: what was held more less what was held less is what is held.
 */
final class Effects {

  private Effects() {}

  /** A declaration's cover before the event, and the decision on it. */
  record Step(Cover before, CoverDecision decision) {}

  static List<Movement> of(ShipmentEvent event, Shipment before, Collection<Step> steps) {
    if (steps.isEmpty()) {
      return List.of(Movement.of(before.isWaiting(event) ? Effect.PARKED : Effect.RECORDED));
    }
    List<Movement> movements = new ArrayList<>();
    for (Step step : steps) {
      movements.addAll(of(event, step));
    }
    return Movement.summed(movements.stream());
  }

  private static List<Movement> of(ShipmentEvent event, Step step) {
    CoverDecision decision = step.decision();
    Optional<Hold> had = step.before().hold();
    Optional<Hold> has = decision.cover().hold();
    boolean isOnTheSame = had.map(Hold::guaranteeId).equals(has.map(Hold::guaranteeId));
    List<Movement> found = new ArrayList<>();
    if (decision.cover() instanceof Cover.Refused) {
      found.add(Movement.of(Effect.REFUSED));
    }
    had.filter(hold -> !isOnTheSame && hold.holding().open() > 0)
        .map(hold -> Movement.of(Effect.RESTORED, hold.holding().open(), currency(decision, hold)))
        .ifPresent(found::add);
    has.ifPresent(
        hold -> {
          Holding from = had.filter(same -> isOnTheSame).map(Hold::holding).orElse(Holding.NOTHING);
          addMoved(found, decision, from, hold);
        });
    if (found.isEmpty()) {
      boolean confirms =
          event.type() == ShipmentEventType.RELEASED_ON_GUARANTEE
              && has.filter(hold -> hold.holding().open() > 0).isPresent();
      found.add(Movement.of(confirms ? Effect.CONFIRMED : Effect.RECORDED));
    }
    return found;
  }

  private static void addMoved(
      List<Movement> found, CoverDecision decision, Holding from, Hold hold) {
    Holding to = hold.holding();
    Currency currency = currency(decision, hold);
    long open = to.open() - from.open();
    long claimed = Math.max(0, to.paidClaims() - from.paidClaims());
    long paidFromHeld = Math.clamp(-open, 0, claimed);
    long demanded = to.openDemands() - from.openDemands();
    long demandedBack = Math.min(-demanded, to.reserved() - from.reserved());
    long restOpen = open + paidFromHeld;
    add(found, Effect.CLAIM_PAID, paidFromHeld, currency);
    add(found, Effect.CLAIM_BOOKED, claimed - paidFromHeld, currency);
    add(found, Effect.DEMANDED, demanded, currency);
    add(found, Effect.DEMAND_WITHDRAWN, demandedBack, currency);
    if (decision.forced()) {
      found.add(Movement.of(Effect.FORCED, Math.max(0, restOpen), currency));
    } else {
      add(found, Effect.RESERVED, restOpen, currency);
    }
    add(found, Effect.RESTORED, -restOpen, currency);
  }

  private static void add(List<Movement> found, Effect effect, long minor, Currency currency) {
    if (minor > 0) {
      found.add(Movement.of(effect, minor, currency));
    }
  }

  private static Currency currency(CoverDecision decision, Hold hold) {
    return decision.books().guarantee(hold.guaranteeId()).currency();
  }
}
