package com.cargobond.store.dynamo;

import com.cargobond.domain.audit.TrailHead;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.Position;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** The position of one slice of a guarantee. */
record SliceRow(
    GuaranteeId guarantee, int index, Position position, long revision, TrailHead trail) {

  static final String SORT_KEY_PREFIX = "SLICE#";

  private static final int INDEX_DIGITS = 2;

  static final TableSchema<SliceRow> SCHEMA = schema();

  static String sortKey(int index) {
    return SORT_KEY_PREFIX + Rows.padded(index, INDEX_DIGITS);
  }

  private static TableSchema<SliceRow> schema() {
    var schema = Rows.schema(SliceRow.class, SliceRow::read);
    Rows.partitionKey(schema, row -> TermsRow.partitionKey(row.guarantee));
    Rows.sortKey(schema, row -> sortKey(row.index));
    Attributes.declare(schema, Long.class, Rows.REVISION, SliceRow::revision);
    Rows.trail(schema, SliceRow::trail);
    Attributes.declare(schema, String.class, "guarantee", row -> row.guarantee.value());
    Attributes.declare(schema, Integer.class, "index", SliceRow::index);
    Attributes.declare(schema, Long.class, "limit", row -> row.position.limit());
    Attributes.declare(schema, Long.class, "reserved", row -> row.position.reserved());
    Attributes.declare(schema, Long.class, "openDemands", row -> row.position.openDemands());
    Attributes.declare(schema, Long.class, "paidClaims", row -> row.position.paidClaims());
    Attributes.declare(schema, Long.class, "reinstated", row -> row.position.reinstated());
    Attributes.declare(schema, Long.class, "consumed", row -> row.position.consumed());
    return schema.build();
  }

  private static SliceRow read(Attributes item) {
    Position position =
        new Position(
            item.<Long>get("limit"),
            item.<Long>get("reserved"),
            item.<Long>get("openDemands"),
            item.<Long>get("paidClaims"),
            item.<Long>get("reinstated"),
            item.<Long>get("consumed"));
    return new SliceRow(
        new GuaranteeId(item.get("guarantee")),
        item.<Integer>get("index"),
        position,
        item.<Long>get(Rows.REVISION),
        Rows.trail(item));
  }
}
