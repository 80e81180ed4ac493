package com.cargobond.store.dynamo;

import com.cargobond.store.Claim;
import com.cargobond.store.deployment.LedgerTable;
import java.time.Duration;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** The shipment that an event's source and id belong to. */
record ReceiptRow(String eventKey, String shipment, long expiresAt) {

  /**
   * How long a reused id is noticed across shipments. Within a shipment it is noticed for as long
   * as the shipment is kept.
   */
  private static final Duration KEPT_FOR = Duration.ofDays(730);

  static final TableSchema<ReceiptRow> SCHEMA = schema();

  static ReceiptRow of(Claim.EventReceipt receipt) {
    return new ReceiptRow(
        receipt.key(),
        receipt.shipment().toString(),
        receipt.received().receivedAt().plus(KEPT_FOR).getEpochSecond());
  }

  private static TableSchema<ReceiptRow> schema() {
    var schema = Rows.schema(ReceiptRow.class, ReceiptRow::read);
    Rows.partitionKey(schema, ReceiptRow::eventKey);
    Attributes.declare(schema, String.class, "shipment", ReceiptRow::shipment);
    Attributes.declare(schema, Long.class, LedgerTable.EXPIRY, ReceiptRow::expiresAt);
    return schema.build();
  }

  private static ReceiptRow read(Attributes item) {
    return new ReceiptRow(
        item.get(LedgerTable.PARTITION_KEY),
        item.get("shipment"),
        item.<Long>get(LedgerTable.EXPIRY));
  }
}
