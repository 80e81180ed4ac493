package com.cargobond.store.shipment;

import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.ledger.ItemKey;
import com.cargobond.store.ledger.Listing;
import com.cargobond.store.ledger.Range;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Says that a shipment holds something of a slice. One partition a slice spreads the writes. */
final class HoldItems {

  private HoldItems() {}

  static Listing listing(GuaranteeId guarantee, int slice, ShipmentId shipment) {
    return Listing.of(
        new ItemKey(LedgerTable.GUARANTEES, partition(guarantee, slice), shipment.toString()));
  }

  static String partition(GuaranteeId guarantee, int slice) {
    return "HOLDS#" + guarantee + "#" + slice;
  }

  /** Slice by slice, from a place on. */
  static List<Range> ranges(GuaranteeId guarantee, int slices, HoldToken from) {
    return IntStream.range(from.slice(), slices)
        .mapToObj(
            slice -> {
              Range whole = Range.of(LedgerTable.GUARANTEES, partition(guarantee, slice));
              return slice == from.slice() ? whole.behind(Optional.of(from.shipment())) : whole;
            })
        .toList();
  }
}
