package com.cargobond.store.ledger;

import com.cargobond.domain.event.EventTypes;
import com.cargobond.store.deployment.LedgerTable;
import java.time.Instant;
import java.util.Optional;

/** Open exceptions as items. */
final class ExceptionItems {

  /** The open ones are spread, since one mishap can open very many. */
  static final int PARTITIONS = 16;

  private static final String COUNT = "count";

  /** Earlier versions wrote none. */
  private static final String LAST = "last";

  private ExceptionItems() {}

  /** It stands so, whatever stood there. */
  static ItemWrite put(OpenException exception) {
    return ItemWrite.Put.of(key(exception.id()), attributes(exception).toMap());
  }

  /**
   * It stands so, unless it has changed since it was read.
   *
   * @param read empty where there was none
   */
  static ItemWrite put(OpenException exception, Optional<OpenException> read) {
    return new ItemWrite.Put(
        key(exception.id()),
        attributes(exception).toMap(),
        read.map(ExceptionItems::standsAs).orElse(Condition.ABSENT));
  }

  static ItemWrite delete(String id) {
    return ItemWrite.Delete.of(key(id));
  }

  static ItemKey key(String id) {
    return new ItemKey(
        LedgerTable.EXCEPTIONS, partitionKey(Math.floorMod(id.hashCode(), PARTITIONS)), id);
  }

  static String partitionKey(int partition) {
    return "OPEN#" + partition;
  }

  /** Nothing came up again and nothing further; earlier versions wrote no count. */
  static Condition standsAs(OpenException read) {
    return new Condition.IsAndMayBe(
        new Condition.Is(LedgerTable.SINCE, read.since().toString()),
        new Condition.Is(COUNT, read.count()));
  }

  static Item.Attributes attributes(OpenException exception) {
    Item.Attributes attributes =
        Item.begin()
            .with("kind", exception.kind())
            .with("subject", exception.subject())
            .with("code", exception.code())
            .with("reference", exception.reference())
            .with("detail", exception.detail())
            .with(COUNT, exception.count())
            .with(LedgerTable.SINCE, exception.since().toString())
            .with(LAST, exception.last().toString());
    exception.content().ifPresent(content -> ContentFields.add(attributes, content));
    return attributes;
  }

  static OpenException exception(Item item, EventTypes types) {
    return new OpenException(
        item.text(LedgerTable.SORT_KEY),
        item.text("kind"),
        item.text("subject"),
        item.text("code"),
        item.text("reference"),
        item.findText("detail"),
        item.findCount(COUNT).orElse(1),
        Instant.parse(item.text(LedgerTable.SINCE)),
        Instant.parse(item.findText(LAST).orElseGet(() -> item.text(LedgerTable.SINCE))),
        ContentFields.read(item, types));
  }
}
