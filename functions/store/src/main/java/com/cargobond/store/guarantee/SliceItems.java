package com.cargobond.store.guarantee;

import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.Position;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.ledger.Item;
import com.cargobond.store.ledger.ItemKey;
import java.util.Map;

/** The positions of slices as items. */
final class SliceItems {

  static final String SORT_KEY_PREFIX = "SLICE#";

  private static final int INDEX_DIGITS = 2;

  private SliceItems() {}

  static ItemKey key(GuaranteeId guarantee, int index) {
    return new ItemKey(LedgerTable.GUARANTEES, GuaranteeCodec.partition(guarantee), sortKey(index));
  }

  static String sortKey(int index) {
    return SORT_KEY_PREFIX + ItemKey.padded(index, INDEX_DIGITS);
  }

  static int index(ItemKey key) {
    return Integer.parseInt(key.sort().substring(SORT_KEY_PREFIX.length()));
  }

  static Map<String, Object> body(GuaranteeId guarantee, int index, Position position) {
    return Item.begin()
        .with("guarantee", guarantee.value())
        .with("index", index)
        .with("limit", position.limit())
        .with("reserved", position.reserved())
        .with("openDemands", position.openDemands())
        .with("paidClaims", position.paidClaims())
        .with("reinstated", position.reinstated())
        .with("consumed", position.consumed())
        .toMap();
  }

  static Position position(Item item) {
    return new Position(
        item.number("limit"),
        item.number("reserved"),
        item.number("openDemands"),
        item.number("paidClaims"),
        item.number("reinstated"),
        item.number("consumed"));
  }
}
