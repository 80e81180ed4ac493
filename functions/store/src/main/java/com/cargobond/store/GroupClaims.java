package com.cargobond.store;

import com.cargobond.domain.deposit.DepositFact;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.shipment.CustomsFact.DefaultDemanded;
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

  private final Map<Object, Object> owners = new HashMap<>();
  private final List<Claim> taken = new ArrayList<>();

  /** Whether no event of another shipment or deposit has taken what this one needs. */
  boolean areFreeFor(ReceivedEvent received) {
    Object owner = owner(received);
    return claimsOf(received).stream()
        .allMatch(claim -> owner.equals(owners.getOrDefault(identifier(claim), owner)));
  }

  void take(ReceivedEvent received) {
    for (Claim claim : claimsOf(received)) {
      if (owners.put(identifier(claim), owner(received)) == null) {
        taken.add(claim);
      }
    }
  }

  /** Who learns the event, and so can tell its repeat. */
  private static Object owner(ReceivedEvent received) {
    return received.event().fact() instanceof DepositFact fact
        ? fact.depositId()
        : received.event().shipment();
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
      case Claim.RefundOf refund -> refund.refund();
      case Claim.Registration registration -> registration.number();
      case Claim.Number number -> number;
      case Claim.Issuance issuance -> issuance.idempotencyKey();
    };
  }
}
