package com.cargobond.store.ledger;

import com.cargobond.store.deployment.LedgerTable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person has seen to, as items: the entry goes, or stays with the rest, and this is kept.
 */
final class SettledItems {

  private SettledItems() {}

  static List<ItemWrite> of(SettledException settled) {
    OpenException read = settled.exception();
    Condition standsAsRead = ExceptionItems.standsAs(read);
    List<ItemWrite> writes = new ArrayList<>();
    writes.add(
        settled
            .left()
            .<ItemWrite>map(
                left ->
                    new ItemWrite.Put(
                        ExceptionItems.key(read.id()),
                        ExceptionItems.attributes(left).toMap(),
                        standsAsRead))
            .orElseGet(() -> new ItemWrite.Delete(ExceptionItems.key(read.id()), standsAsRead)));
    writes.add(
        ItemWrite.Put.of(
            new ItemKey(LedgerTable.EXCEPTIONS, "SETTLED#" + read.id(), settled.at().toString()),
            ExceptionItems.attributes(settled.seenTo())
                .with("settledBy", settled.by())
                .with("note", settled.note())
                .toMap()));
    for (SettledException.Sent sent : settled.sent()) {
      writes.add(ItemWrite.Delete.of(SetAsideItems.key(read, sent.aside().id())));
      writes.add(put(sent.resend(), settled));
    }
    return writes;
  }

  /** The names of the attributes are what the reader of the stream relies on. */
  private static ItemWrite put(Resend resend, SettledException settled) {
    return ItemWrite.Put.of(
        ItemKey.of(LedgerTable.OUTBOX, resend.id()),
        Item.begin()
            .with("queue", resend.queue().name())
            .with("group", resend.group())
            .with("body", resend.body())
            .with(LedgerTable.EXPIRY, settled.at().plus(NoticeItems.KEPT_FOR).getEpochSecond())
            .toMap());
  }
}
