package com.cargobond.store.dynamo;

import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primarySortKey;

import java.util.function.Function;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/** What the schemas of all rows share. */
final class Rows {

  static final String REVISION = "revision";

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
    String name = LedgerTable.GUARANTEES.sortKey().orElseThrow();
    schema.addAttribute(
        String.class,
        attribute ->
            attribute
                .name(name)
                .getter(key)
                .setter((attributes, value) -> attributes.set(name, value))
                .tags(primarySortKey()));
  }
}
