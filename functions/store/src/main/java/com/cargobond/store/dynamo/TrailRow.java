package com.cargobond.store.dynamo;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.audit.TrailEntry;
import com.cargobond.store.deployment.LedgerTable;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An entry of a trail.
 *
 * @param hash as it was written with the entry
 */
record TrailRow(TrailEntry entry, String hash) {

  private static final int NUMBER_DIGITS = 12;

  static final TableSchema<TrailRow> SCHEMA = schema();

  static TrailRow of(TrailEntry entry) {
    return new TrailRow(entry, entry.hash());
  }

  /** Sorts as the number does. */
  private static String sortKey(long number) {
    return Rows.padded(number, NUMBER_DIGITS);
  }

  private static TableSchema<TrailRow> schema() {
    var schema = Rows.schema(TrailRow.class, TrailRow::read);
    Rows.partitionKey(schema, row -> row.entry.subject());
    Rows.sortKey(schema, row -> sortKey(row.entry.number()));
    Attributes.declare(schema, String.class, "actor", row -> row.entry.cause().actor());
    Attributes.declare(schema, String.class, "decision", row -> row.entry.cause().decision());
    RawAttribute.declare(schema, "messageIds", TrailRow::messageIds);
    Attributes.declare(schema, String.class, "at", row -> row.entry.cause().at().toString());
    Attributes.declare(schema, String.class, "before", row -> row.entry.before());
    Attributes.declare(schema, String.class, "after", row -> row.entry.after());
    Attributes.declare(schema, String.class, "previousHash", row -> row.entry.previousHash());
    Attributes.declare(schema, String.class, "hash", TrailRow::hash);
    return schema.build();
  }

  private AttributeValue messageIds() {
    return AttributeValue.fromL(
        entry.cause().messageIds().stream().map(AttributeValue::fromS).toList());
  }

  private static TrailRow read(Attributes item) {
    List<String> messageIds =
        item.<AttributeValue>get("messageIds").l().stream().map(AttributeValue::s).toList();
    return new TrailRow(
        new TrailEntry(
            item.get(LedgerTable.PARTITION_KEY),
            Long.parseLong(item.get(Rows.SORT_KEY)),
            new Cause(
                item.get("actor"),
                item.get("decision"),
                messageIds,
                Instant.parse(item.<String>get("at"))),
            item.get("before"),
            item.get("after"),
            item.get("previousHash")),
        item.get("hash"));
  }
}
