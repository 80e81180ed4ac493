package com.cargobond.store.shipment;

import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.ledger.ItemKey;
import com.cargobond.store.ledger.Listing;
import com.cargobond.store.ledger.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says that a declaration of a shipment was refused under a number. */
final class RefusalItems {

  /** Spread, since a guarantee that is suspended at its peak refuses thousands in a second. */
  private static final int PARTITIONS = 8;

  private RefusalItems() {}

  static Listing listing(RegistrationNo number, ShipmentId shipment) {
    String id = shipment.toString();
    return Listing.of(new ItemKey(LedgerTable.GUARANTEES, partitionKey(number, partition(id)), id));
  }

  /** From a shipment on. */
  static List<Range> ranges(RegistrationNo number, Optional<String> after) {
    int first = after.map(RefusalItems::partition).orElse(0);
    List<Range> ranges = new ArrayList<>();
    for (int i = first; i < PARTITIONS; i++) {
      Range whole = Range.of(LedgerTable.GUARANTEES, partitionKey(number, i));
      ranges.add(i == first ? whole.behind(after) : whole);
    }
    return ranges;
  }

  private static String partitionKey(RegistrationNo number, int partition) {
    return "REFUSED#" + number + "#" + partition;
  }

  private static int partition(String shipment) {
    return Math.floorMod(shipment.hashCode(), PARTITIONS);
  }
}
