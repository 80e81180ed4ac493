package com.cargobond.store.dynamo;

import com.cargobond.domain.deposit.RefundId;
import com.cargobond.store.deployment.KeyPrefix;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** A refund that is on its way, or waits to be sent. */
record OpenRefundRow(RefundId refund) {

  /** The refunds are spread over as many partitions as their ids have first digits. */
  private static final String DIGITS = "0123456789abcdef";

  static final int PARTITIONS = DIGITS.length();

  static final TableSchema<OpenRefundRow> SCHEMA = schema();

  private static final int FIRST_DIGIT = "RF-".length();

  static String partitionKey(int partition) {
    return KeyPrefix.OPEN_REFUNDS.key(DIGITS.substring(partition, partition + 1));
  }

  /** The partition of an id, or of what an id begins with. */
  static int partition(String id) {
    return id.length() <= FIRST_DIGIT ? 0 : Math.max(0, DIGITS.indexOf(id.charAt(FIRST_DIGIT)));
  }

  private static TableSchema<OpenRefundRow> schema() {
    var schema = Rows.schema(OpenRefundRow.class, OpenRefundRow::read);
    Rows.partitionKey(schema, row -> partitionKey(partition(row.refund().value())));
    Rows.sortKey(schema, row -> row.refund().value());
    return schema.build();
  }

  private static OpenRefundRow read(Attributes item) {
    return new OpenRefundRow(new RefundId(item.get(Rows.SORT_KEY)));
  }
}
