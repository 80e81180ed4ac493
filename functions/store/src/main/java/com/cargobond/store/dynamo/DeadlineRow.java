package com.cargobond.store.dynamo;

import com.cargobond.store.Deadline;
import com.cargobond.store.deployment.KeyPrefix;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** A deadline, sorted by its day. */
record DeadlineRow(Deadline deadline) {

  /** Spread, since most shipments have one for a while. */
  static final int PARTITIONS = 16;

  static final TableSchema<DeadlineRow> SCHEMA = schema();

  static String partitionKey(int partition) {
    return KeyPrefix.DEADLINES.key(Integer.toString(partition));
  }

  static int partition(Deadline deadline) {
    return Math.floorMod(deadline.subject().hashCode(), PARTITIONS);
  }

  static Key key(Deadline deadline) {
    return Key.builder()
        .partitionValue(partitionKey(partition(deadline)))
        .sortValue(deadline.toString())
        .build();
  }

  private static TableSchema<DeadlineRow> schema() {
    var schema = Rows.schema(DeadlineRow.class, DeadlineRow::read);
    Rows.partitionKey(schema, row -> partitionKey(partition(row.deadline)));
    Rows.sortKey(schema, row -> row.deadline.toString());
    return schema.build();
  }

  private static DeadlineRow read(Attributes item) {
    return new DeadlineRow(Deadline.parse(item.get(Rows.SORT_KEY)));
  }
}
