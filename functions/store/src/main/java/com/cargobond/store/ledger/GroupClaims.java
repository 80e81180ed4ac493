package com.cargobond.store.ledger;

import com.cargobond.domain.ledger.Identifier;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.ledger.Ref;
import com.cargobond.domain.ledger.Rulebook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The identifiers that one group of events takes, each once: a transaction cannot write an item
 * twice, and two events of one group may contend for an identifier that the ledger calls free.
 */
final class GroupClaims {

  private final Map<ItemKey, Ref> owners = new HashMap<>();
  private final List<Claim> taken = new ArrayList<>();

  /**
   * Whether no event of another subject has taken what this one needs.
   *
   * @param rules of the capability whose event it is
   */
  boolean areFreeFor(ReceivedEvent received, Rulebook rules) {
    Ref owner = rules.learner(received.event());
    return claimsOf(received, rules).stream()
        .allMatch(claim -> owner.equals(owners.getOrDefault(claim.key(), owner)));
  }

  void take(ReceivedEvent received, Rulebook rules) {
    Ref owner = rules.learner(received.event());
    for (Claim claim : claimsOf(received, rules)) {
      if (owners.put(claim.key(), owner) == null) {
        taken.add(claim);
      }
    }
  }

  List<Claim> taken() {
    return taken;
  }

  private static List<Claim> claimsOf(ReceivedEvent received, Rulebook rules) {
    List<Claim> claims = new ArrayList<>();
    claims.add(Claim.receipt(received));
    for (Identifier identifier : rules.identifiers(received.event())) {
      claims.add(Claim.of(identifier, Optional.of(received.event().key())));
    }
    return claims;
  }
}
