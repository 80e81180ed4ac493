package com.cargobond.store.dynamo;

import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.store.deployment.LedgerTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** Says that a shipment holds something of a slice. One partition a slice spreads the writes. */
record HoldRow(GuaranteeId guarantee, int slice, ShipmentId shipment) {

  static final TableSchema<HoldRow> SCHEMA = schema();

  static String partitionKey(GuaranteeId guarantee, int slice) {
    return "HOLDS#" + guarantee + "#" + slice;
  }

  private static TableSchema<HoldRow> schema() {
    var schema = Rows.schema(HoldRow.class, HoldRow::read);
    Rows.partitionKey(schema, row -> partitionKey(row.guarantee, row.slice));
    Rows.sortKey(schema, row -> row.shipment.toString());
    return schema.build();
  }

  private static HoldRow read(Attributes item) {
    String[] key = item.<String>get(LedgerTable.PARTITION_KEY).split("#");
    return new HoldRow(
        new GuaranteeId(key[1]),
        Integer.parseInt(key[2]),
        ShipmentId.parse(item.get(Rows.SORT_KEY)));
  }
}
