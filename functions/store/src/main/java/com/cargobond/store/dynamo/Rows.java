package com.cargobond.store.dynamo;

import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primarySortKey;

import com.cargobond.domain.audit.TrailHead;
import com.cargobond.store.deployment.LedgerTable;
import java.util.function.Function;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/** What the schemas of all rows share. */
final class Rows {

  static final String REVISION = "revision";

  /** The head of the audit trail. */
  static final String TRAIL = "trail";

  /** Of the tables that have one. */
  static final String SORT_KEY = LedgerTable.SORT_KEY;

  private Rows() {}

  /** A number from zero up that sorts as it counts. */
  static String padded(long number, int digits) {
    String plain = Long.toString(number);
    return "0".repeat(Math.max(0, digits - plain.length())) + plain;
  }

  /** Begins the schema of a row. */
  static <R> StaticImmutableTableSchema.Builder<R, Attributes> schema(
      Class<R> type, Function<Attributes, R> build) {
    return StaticImmutableTableSchema.builder(type, Attributes.class)
        .newItemBuilder(Attributes::new, build);
  }

  static <R> void trail(
      StaticImmutableTableSchema.Builder<R, Attributes> schema, Function<R, TrailHead> head) {
    Attributes.declare(schema, String.class, TRAIL, row -> head.apply(row).toString());
  }

  static TrailHead trail(Attributes item) {
    return TrailHead.parse(item.get(TRAIL));
  }

  static <R> void partitionKey(
      StaticImmutableTableSchema.Builder<R, Attributes> schema, Function<R, String> key) {
    schema.addAttribute(
        String.class,
        attribute ->
            attribute
                .name(LedgerTable.PARTITION_KEY)
                .getter(key)
                .setter((attributes, value) -> attributes.set(LedgerTable.PARTITION_KEY, value))
                .tags(primaryPartitionKey()));
  }

  static <R> void sortKey(
      StaticImmutableTableSchema.Builder<R, Attributes> schema, Function<R, String> key) {
    schema.addAttribute(
        String.class,
        attribute ->
            attribute
                .name(SORT_KEY)
                .getter(key)
                .setter((attributes, value) -> attributes.set(SORT_KEY, value))
                .tags(primarySortKey()));
  }
}
