package com.cargobond.store.guarantee;

import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.ledger.Kind;
import com.cargobond.domain.ledger.Ref;
import com.cargobond.domain.ledger.Subject;
import java.util.Set;
import java.util.TreeSet;

/**
 * What must be known of an express operator before its events are queued.
 *
 * @param lanes how many message groups its shipments travel in: as many as its most-sliced
 *     guarantee has slices, so that a batch has a slice to itself
 * @param currencies of its guarantees
 */
public record OperatorProfile(Uscc operator, int lanes, Set<String> currencies) implements Subject {

  /** Nothing is known of an operator until it has a guarantee. */
  public static final Kind<OperatorProfile> KIND =
      Kind.learned("OPERATOR", OperatorProfile.class, id -> unknown(new Uscc(id)));

  /** An operator without a guarantee. */
  public static OperatorProfile unknown(Uscc operator) {
    return new OperatorProfile(operator, 1, Set.of());
  }

  @Override
  public Ref ref() {
    return KIND.ref(operator.value());
  }

  /** The message group in which a shipment's events keep their order. */
  public String messageGroup(ShipmentId shipment) {
    return operator + "-" + shipment.lane(lanes);
  }

  OperatorProfile with(Guarantee guarantee) {
    Set<String> more = new TreeSet<>(currencies);
    more.add(guarantee.currency().getCurrencyCode());
    return new OperatorProfile(operator, Math.max(lanes, guarantee.slices().size()), more);
  }
}
