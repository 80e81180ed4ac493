package com.cargobond.store.dynamo;

import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.store.deployment.LedgerTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** Says that a declaration of a shipment was refused under a number. */
record RefusalRow(RegistrationNo number, ShipmentId shipment) {

  /** Spread, since a guarantee that is suspended at its peak refuses thousands in a second. */
  static final int PARTITIONS = 8;

  static final TableSchema<RefusalRow> SCHEMA = schema();

  static String partitionKey(RegistrationNo number, int partition) {
    return "REFUSED#" + number + "#" + partition;
  }

  /** The partition of a shipment's id as text. */
  static int partition(String shipment) {
    return Math.floorMod(shipment.hashCode(), PARTITIONS);
  }

  private static TableSchema<RefusalRow> schema() {
    var schema = Rows.schema(RefusalRow.class, RefusalRow::read);
    Rows.partitionKey(schema, row -> partitionKey(row.number, partition(row.shipment.toString())));
    Rows.sortKey(schema, row -> row.shipment.toString());
    return schema.build();
  }

  private static RefusalRow read(Attributes item) {
    String[] key = item.<String>get(LedgerTable.PARTITION_KEY).split("#");
    return new RefusalRow(new RegistrationNo(key[1]), ShipmentId.parse(item.get(Rows.SORT_KEY)));
  }
}
