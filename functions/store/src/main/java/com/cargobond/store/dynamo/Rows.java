package com.cargobond.store.dynamo;

import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primarySortKey;

import java.util.function.Function;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/** What the schemas of all rows share. */
final class Rows {

  static final String REVISION = "revision";

  /** Of the tables that have one. */
  static final String SORT_KEY = "sk";

  private Rows() {}

  /** Begins the schema of a row. */
  static <R> StaticImmutableTableSchema.Builder<R, Attributes> schema(
      Class<R> type, Function<Attributes, R> build) {
    return StaticImmutableTableSchema.builder(type, Attributes.class)
        .newItemBuilder(Attributes::new, build);
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
