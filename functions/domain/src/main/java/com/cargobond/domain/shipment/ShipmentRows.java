package com.cargobond.domain.shipment;

import com.cargobond.domain.guarantee.Demand;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.Headroom;
import com.cargobond.domain.guarantee.Position;
import com.cargobond.domain.ledger.Matter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How many rows the ledger writes when a shipment learns an event, so that its notices leave room
 * for them in one transaction, which holds 100 items.
 */
public final class ShipmentRows {

  /**
   * Bounds the rows that are counted here together with the notices. What else may be written: the
   * shipment, the event's receipt, a demand's claim and the bearers of a declaration (4); a
   * deadline that goes and one that comes (2); such places among what is held, and among what is
   * refused (4); trail entries of two slices (2), terms and trail entries of two guarantees (4).
   * These are 16 items of 100.
   */
  static final int WITH_NOTICES_MAX = 84;

  /**
   * What is written for each further shipment that bears the same declaration: the shipment itself,
   * one of its deadlines that goes and one that comes, such places among what is held and among
   * what is refused, and the trail entry of its slice (8).
   */
  static final int OF_FURTHER_SHIPMENT = 8;

  /** So many entries of earlier versions, one for each matter, go with one change at most. */
  public static final int EARLIER_ENTRIES_MAX = 20;

  private ShipmentRows() {}

  /** How many one shipment writes at most, but for those that every event may write. */
  static int between(Shipment before, Shipment after) {
    if (after.standsAs(before)) {
      return 0;
    }
    return demands(before.demands(), after.demands())
        + exceptions(before.matters(), after.matters());
  }

  /** How many slices are written. */
  static int slices(Books before, Books after) {
    int written = 0;
    for (Guarantee guarantee : after.guarantees()) {
      written += slices(before.guarantee(guarantee.id()), guarantee);
    }
    return written;
  }

  /** Where the headroom runs out, every slice is written. */
  private static int slices(Guarantee before, Guarantee after) {
    if (before == after) {
      return 0;
    }
    if (Headroom.runsOut(before, after)) {
      return after.slices().size();
    }
    List<Position> earlier = before.slices();
    List<Position> later = after.slices();
    int changed = 0;
    for (int i = 0; i < later.size(); i++) {
      changed += later.get(i).equals(earlier.get(i)) ? 0 : 1;
    }
    return changed;
  }

  /** A demand that another guarantee is liable for now goes there, and comes here. */
  private static int demands(Map<Demand, GuaranteeId> before, Map<Demand, GuaranteeId> after) {
    if (before.isEmpty() && after.isEmpty()) {
      return 0;
    }
    long written =
        after.entrySet().stream().filter(entry -> !before.entrySet().contains(entry)).count();
    Set<List<Object>> stay = new HashSet<>();
    after.forEach((demand, guarantee) -> stay.add(List.of(demand.id(), guarantee)));
    long gone =
        before.entrySet().stream()
            .filter(entry -> !stay.contains(List.of(entry.getKey().id(), entry.getValue())))
            .count();
    return Math.toIntExact(written + gone);
  }

  /** One entry for each code, and what earlier versions may have written for matters that go. */
  private static int exceptions(List<Matter> before, List<Matter> after) {
    if (before.isEmpty() && after.isEmpty()) {
      return 0;
    }
    long codes =
        Stream.concat(before.stream(), after.stream()).map(Matter::code).distinct().count();
    long gone = before.stream().distinct().filter(matter -> !after.contains(matter)).count();
    return Math.toIntExact(codes + Math.min(gone, EARLIER_ENTRIES_MAX));
  }
}
