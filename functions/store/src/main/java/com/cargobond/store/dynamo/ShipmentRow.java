package com.cargobond.store.dynamo;

import com.cargobond.domain.audit.TrailHead;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.Versioned;
import com.cargobond.store.deployment.LedgerTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A shipment with its history and covers. */
record ShipmentRow(Shipment shipment, long revision, int rules) {

  /**
   * Raised when more follows from a shipment than before: what was written by earlier rules gets
   * its deadlines, exceptions and refusals with its next write. Rows without the attribute are of
   * 1.
   */
  private static final int RULES = 3;

  static final TableSchema<ShipmentRow> SCHEMA = schema();

  /** A row as it is written now. */
  ShipmentRow(Shipment shipment, long revision) {
    this(shipment, revision, RULES);
  }

  Versioned<Shipment> versioned() {
    return new Versioned<>(shipment, revision, TrailHead.NONE, rules < RULES);
  }

  private static TableSchema<ShipmentRow> schema() {
    var schema = Rows.schema(ShipmentRow.class, ShipmentRow::read);
    Rows.partitionKey(schema, row -> row.shipment.id().toString());
    Attributes.declare(schema, Long.class, Rows.REVISION, ShipmentRow::revision);
    Attributes.declare(schema, Integer.class, "rules", ShipmentRow::rules);
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
    return new ShipmentRow(
        shipment, item.<Long>get(Rows.REVISION), item.<Integer>find("rules").orElse(1));
  }
}
