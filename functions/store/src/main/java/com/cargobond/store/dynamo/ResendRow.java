package com.cargobond.store.dynamo;

import com.cargobond.store.Resend;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.deployment.MessageQueue;
import java.time.Instant;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/**
 * A message on its way out again. The names of its attributes are what the reader of the stream
 * relies on.
 */
record ResendRow(Resend resend, long expiresAt) {

  static final TableSchema<ResendRow> SCHEMA = schema();

  static ResendRow of(Resend resend, Instant at) {
    return new ResendRow(resend, at.plus(NoticeRow.KEPT_FOR).getEpochSecond());
  }

  private static TableSchema<ResendRow> schema() {
    var schema = Rows.schema(ResendRow.class, ResendRow::read);
    Rows.partitionKey(schema, row -> row.resend.id());
    Attributes.declare(schema, String.class, "queue", row -> row.resend.queue().name());
    Attributes.declare(schema, String.class, "group", row -> row.resend.group());
    Attributes.declare(schema, String.class, "body", row -> row.resend.body());
    Attributes.declare(schema, Long.class, LedgerTable.EXPIRY, ResendRow::expiresAt);
    return schema.build();
  }

  private static ResendRow read(Attributes item) {
    return new ResendRow(
        new Resend(
            item.get(LedgerTable.PARTITION_KEY),
            MessageQueue.valueOf(item.get("queue")),
            item.get("group"),
            item.get("body")),
        item.<Long>get(LedgerTable.EXPIRY));
  }
}
