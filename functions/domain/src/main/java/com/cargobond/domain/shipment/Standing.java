package com.cargobond.domain.shipment;

import com.cargobond.domain.guarantee.Demand;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.Matter;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What follows from what is known of a shipment and from the covers of its declarations. Many ask
 * for it, and it is worked out once, when somebody does.
 */
final class Standing {

  private final ShipmentId id;
  private final KnownEvents known;
  private final Map<DeclarationNo, Cover> covers;
  private volatile List<Matter> matters;
  private volatile Map<Demand, GuaranteeId> demands;
  private volatile Optional<LocalDate> deadline;

  Standing(ShipmentId id, KnownEvents known, Map<DeclarationNo, Cover> covers) {
    this.id = id;
    this.known = known;
    this.covers = covers;
  }

  ShipmentId id() {
    return id;
  }

  KnownEvents known() {
    return known;
  }

  Cover coverOf(DeclarationNo declaration) {
    return covers.getOrDefault(declaration, Cover.unknown());
  }

  /** What needs a person. */
  List<Matter> matters() {
    List<Matter> found = matters;
    if (found == null) {
      found = ShipmentChecks.of(this);
      matters = found;
    }
    return found;
  }

  /** The demands on guarantors, by the guarantee that a declaration names or that holds for it. */
  Map<Demand, GuaranteeId> demands() {
    Map<Demand, GuaranteeId> found = demands;
    if (found == null) {
      found = Collections.unmodifiableMap(readDemands());
      demands = found;
    }
    return found;
  }

  private Map<Demand, GuaranteeId> readDemands() {
    Map<Demand, GuaranteeId> found = new HashMap<>();
    for (DeclarationFacts facts : known.declarations()) {
      Cover cover = coverOf(facts.number());
      for (DemandFacts demand : facts.demands()) {
        cover
            .guarantee()
            .ifPresent(
                guarantee -> found.put(demand.asDemand(id, cover.claimableUntil()), guarantee));
      }
    }
    return found;
  }

  /** The next day on which a late charge must be counted, or a person told of what waits. */
  Optional<LocalDate> deadline() {
    Optional<LocalDate> found = deadline;
    if (found == null) {
      found = readDeadline();
      deadline = found;
    }
    return found;
  }

  private Optional<LocalDate> readDeadline() {
    List<DeclarationFacts> declarations = known.declarations();
    Optional<LocalDate> first = new Unmatched(declarations, known.list()).dueOn();
    for (DeclarationFacts facts : declarations) {
      if (isHeldFor(facts)) {
        first = earlier(first, facts.overdueOn());
      }
    }
    return first;
  }

  private static Optional<LocalDate> earlier(Optional<LocalDate> one, Optional<LocalDate> other) {
    return one.isEmpty() || other.isPresent() && other.get().isBefore(one.get()) ? other : one;
  }

  /** The declarations whose late charge must be counted on this day. */
  List<DeclarationNo> overdueOn(LocalDate today) {
    return known.declarations().stream()
        .filter(this::isHeldFor)
        .filter(facts -> facts.overdueOn().filter(day -> !today.isBefore(day)).isPresent())
        .map(DeclarationFacts::number)
        .toList();
  }

  private boolean isHeldFor(DeclarationFacts facts) {
    return coverOf(facts.number()).hold().filter(hold -> hold.holding().open() > 0).isPresent();
  }
}
