package com.cargobond.store.dynamo;

import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.shipment.Shipment;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A shipment with its history and covers. */
record ShipmentRow(Shipment shipment, long revision) {

  static final TableSchema<ShipmentRow> SCHEMA = schema();

  private static TableSchema<ShipmentRow> schema() {
    var schema = Rows.schema(ShipmentRow.class, ShipmentRow::read);
    Rows.partitionKey(schema, row -> row.shipment.id().toString());
    Attributes.declare(schema, Long.class, Rows.REVISION, ShipmentRow::revision);
    RawAttribute.declare(
        schema, "history", row -> HistoryConverter.attribute(row.shipment.history()));
    RawAttribute.declare(schema, "covers", row -> CoversConverter.attribute(row.shipment.covers()));
    return schema.build();
  }

  private static ShipmentRow read(Attributes item) {
    ShipmentId id = ShipmentId.parse(item.get(LedgerTable.PARTITION_KEY));
    Shipment shipment =
        new Shipment(
            id,
            HistoryConverter.history(id, item.<AttributeValue>get("history")),
            CoversConverter.covers(item.<AttributeValue>get("covers")));
    return new ShipmentRow(shipment, item.<Long>get(Rows.REVISION));
  }
}
