package com.cargobond.domain.ledger;

import com.cargobond.domain.event.BankFact;
import com.cargobond.domain.event.CargoFact;
import com.cargobond.domain.event.ClockFact;
import com.cargobond.domain.event.CustomsFact;
import com.cargobond.domain.event.DepositFact;
import com.cargobond.domain.event.EventType;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.guarantee.Holding;
import com.cargobond.domain.identity.DeclarationNo;
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
        .orElseGet(() -> waitsForDeclaration(event, before) ? Effect.PARKED : Effect.RECORDED);
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
    return switch (event.type()) {
      case DUTY_PAID, DISCHARGED, DECLARATION_CANCELLED -> Effect.RESTORED;
      case PAYMENT_REVERSED -> Effect.RESERVED;
      default -> Effect.ADJUSTED;
    };
  }

  /** Whether the event speaks of a declaration that is not yet known. */
  private static boolean waitsForDeclaration(ShipmentEvent event, Shipment shipment) {
    return switch (event.fact()) {
      case CargoFact cargo -> false;
      case CustomsFact.DeclarationFiled filed -> false;
      case CustomsFact.DeclarationCancelled cancelled ->
          unknown(cancelled.declarationNo(), shipment);
      case CustomsFact.InspectionHeld held -> unknown(held.declarationNo(), shipment);
      case CustomsFact.ReleasedOnGuarantee released -> unknown(released.declarationNo(), shipment);
      case CustomsFact.DutyAssessed assessed -> unknown(assessed.declarationNo(), shipment);
      case CustomsFact.Discharged discharged -> unknown(discharged.declarationNo(), shipment);
      case CustomsFact.DefaultDemanded demanded -> unknown(demanded.declarationNo(), shipment);
      case CustomsFact.DutyPaid paid -> !shipment.knowsTaxNotice(paid.taxNoticeNo());
      case CustomsFact.PaymentReversed reversed -> !shipment.knowsTaxNotice(reversed.taxNoticeNo());
      case CustomsFact.DemandWithdrawn withdrawn -> !shipment.knowsDemand(withdrawn.demandId());
      case DepositFact deposit -> false;
      case BankFact bank -> !shipment.knowsDemand(bank.demandId());
      case ClockFact.Overdue overdue -> unknown(overdue.declarationNo(), shipment);
    };
  }

  private static boolean unknown(DeclarationNo declaration, Shipment shipment) {
    return !shipment.requiredHolds().containsKey(declaration);
  }
}
