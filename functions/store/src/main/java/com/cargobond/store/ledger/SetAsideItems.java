package com.cargobond.store.ledger;

import com.cargobond.domain.event.EventTypes;
import com.cargobond.store.deployment.LedgerTable;
import java.time.Instant;

/**
 * What was set aside for an exception, beside it. The partition names when the entry was opened, so
 * that what a person has closed is never taken for what came up again later.
 */
final class SetAsideItems {

  /** Not the exceptions' own, so that these items are in no index of them. */
  private static final String SINCE = "setAsideAt";

  private SetAsideItems() {}

  static ItemWrite put(OpenException exception, SetAside aside) {
    Item.Attributes attributes =
        Item.begin()
            .with("reference", aside.reference())
            .with("detail", aside.detail())
            .with(SINCE, aside.since().toString());
    ContentFields.add(attributes, aside.content());
    return ItemWrite.Put.of(key(exception, aside.id()), attributes.toMap());
  }

  static ItemKey key(OpenException exception, String id) {
    return new ItemKey(LedgerTable.EXCEPTIONS, partitionKey(exception), id);
  }

  static String partitionKey(OpenException exception) {
    return "ASIDE#" + exception.id() + "#" + exception.since();
  }

  static SetAside setAside(Item item, EventTypes types) {
    return new SetAside(
        item.text(LedgerTable.SORT_KEY),
        item.text("reference"),
        item.findText("detail"),
        Instant.parse(item.text(SINCE)),
        ContentFields.read(item, types).orElseThrow());
  }
}
