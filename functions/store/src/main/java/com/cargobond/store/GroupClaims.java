package com.cargobond.store;

import com.cargobond.domain.event.CustomsFact.DefaultDemanded;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.store.Claim.DemandOf;
import com.cargobond.store.Claim.EventReceipt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The identifiers that one group of events takes, each once: a transaction cannot write an item
 * twice, and two events of one group may contend for an identifier that the ledger calls free.
 */
final class GroupClaims {

  private final Map<Object, ShipmentId> owners = new HashMap<>();
  private final List<Claim> taken = new ArrayList<>();

  /** Whether no event of another shipment has taken what this one needs. */
  boolean areFreeFor(ReceivedEvent received) {
    ShipmentId shipment = received.event().shipment();
    return claimsOf(received).stream()
        .allMatch(claim -> shipment.equals(owners.getOrDefault(identifier(claim), shipment)));
  }

  void take(ReceivedEvent received) {
    for (Claim claim : claimsOf(received)) {
      if (owners.put(identifier(claim), received.event().shipment()) == null) {
        taken.add(claim);
      }
    }
  }

  List<Claim> taken() {
    return taken;
  }

  private static List<Claim> claimsOf(ReceivedEvent received) {
    EventReceipt receipt = new EventReceipt(received);
    return received.event().fact() instanceof DefaultDemanded demanded
        ? List.of(receipt, new DemandOf(demanded.demandId(), receipt.shipment(), received))
        : List.of(receipt);
  }

  private static Object identifier(Claim claim) {
    return switch (claim) {
      case EventReceipt receipt -> receipt.key();
      case DemandOf demand -> demand.demand();
      case Claim.Registration registration -> registration.number();
      case Claim.Issuance issuance -> issuance.idempotencyKey();
    };
  }
}
