package com.cargobond.store.dynamo;

import com.cargobond.domain.ledger.Notice;
import com.cargobond.domain.money.Money;
import com.cargobond.store.deployment.LedgerTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/**
 * A notice on its way out. The names of its attributes are what the reader of the stream relies on.
 */
record NoticeRow(
    String id,
    String type,
    Optional<String> shipment,
    Optional<String> guaranteeId,
    String reference,
    Optional<String> code,
    Optional<String> amount,
    Optional<String> currency,
    String at,
    long expiresAt) {

  /** Longer than a stream keeps its records, so that what is stuck can still be read here. */
  static final Duration KEPT_FOR = Duration.ofDays(7);

  static final TableSchema<NoticeRow> SCHEMA = schema();

  static NoticeRow of(Notice notice, Instant at) {
    return new NoticeRow(
        notice.id(),
        notice.type().name(),
        notice.shipment().map(Object::toString),
        notice.guaranteeId().map(Object::toString),
        notice.reference(),
        notice.code(),
        notice.amount().map(Money::decimal),
        notice.amount().map(amount -> amount.currency().getCurrencyCode()),
        at.toString(),
        at.plus(KEPT_FOR).getEpochSecond());
  }

  private static TableSchema<NoticeRow> schema() {
    var schema = Rows.schema(NoticeRow.class, NoticeRow::read);
    Rows.partitionKey(schema, NoticeRow::id);
    Attributes.declare(schema, String.class, "type", NoticeRow::type);
    Attributes.declare(schema, String.class, "shipment", row -> row.shipment.orElse(null));
    Attributes.declare(schema, String.class, "guaranteeId", row -> row.guaranteeId.orElse(null));
    Attributes.declare(schema, String.class, "reference", NoticeRow::reference);
    Attributes.declare(schema, String.class, "code", row -> row.code.orElse(null));
    Attributes.declare(schema, String.class, "amount", row -> row.amount.orElse(null));
    Attributes.declare(schema, String.class, "currency", row -> row.currency.orElse(null));
    Attributes.declare(schema, String.class, "at", NoticeRow::at);
    Attributes.declare(schema, Long.class, LedgerTable.EXPIRY, NoticeRow::expiresAt);
    return schema.build();
  }

  private static NoticeRow read(Attributes item) {
    return new NoticeRow(
        item.get(LedgerTable.PARTITION_KEY),
        item.get("type"),
        item.find("shipment"),
        item.find("guaranteeId"),
        item.get("reference"),
        item.find("code"),
        item.find("amount"),
        item.find("currency"),
        item.get("at"),
        item.<Long>get(LedgerTable.EXPIRY));
  }
}
