package com.cargobond.store.ledger;

import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.Notice;
import com.cargobond.domain.money.Money;
import com.cargobond.store.deployment.LedgerTable;
import java.time.Duration;
import java.time.Instant;

/**
 * Notices on their way out. The names of attributes are what the reader of the stream relies on.
 */
final class NoticeItems {

  /** Longer than a stream keeps its records, so that what is stuck can still be read here. */
  static final Duration KEPT_FOR = Duration.ofDays(7);

  private NoticeItems() {}

  static ItemWrite put(Notice notice, Instant at) {
    return ItemWrite.Put.of(
        ItemKey.of(LedgerTable.OUTBOX, notice.id()),
        Item.begin()
            .with("type", notice.type().name())
            .with("shipment", notice.shipment().map(ShipmentId::toString))
            .with("guaranteeId", notice.guaranteeId())
            .with("reference", notice.reference())
            .with("code", notice.code())
            .with("amount", notice.amount().map(Money::decimal))
            .with("currency", notice.amount().map(amount -> amount.currency().getCurrencyCode()))
            .with("at", at.toString())
            .with(LedgerTable.EXPIRY, at.plus(KEPT_FOR).getEpochSecond())
            .toMap());
  }
}
