package com.cargobond.store.dynamo;

import com.cargobond.domain.audit.Snapshot;
import com.cargobond.domain.audit.TrailEntry;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How the subject of a trail stands in its own table, which somebody may have written to. */
final class Standing {

  private Standing() {}

  /** Whether the item stands as an entry says, as far as entries tell. */
  static boolean isToldBy(TrailEntry entry, Map<String, AttributeValue> item) {
    if (!item.containsKey(Rows.SORT_KEY)) {
      return Snapshot.isOf(entry.after(), DepositRow.SCHEMA.mapToItem(item).deposit());
    }
    return item.get(Rows.SORT_KEY).s().equals(TermsRow.SORT_KEY)
        ? Snapshot.isOf(entry.after(), TermsRow.SCHEMA.mapToItem(item).guarantee())
        : Snapshot.isOf(entry.after(), SliceRow.SCHEMA.mapToItem(item).position());
  }
}
