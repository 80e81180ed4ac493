package com.cargobond.store.dynamo;

import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.Outcome.QuarantineReason;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.store.QuarantinedEvent;
import java.time.Instant;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An event that was set aside, whole. */
record QuarantineRow(QuarantinedEvent quarantined) {

  static final TableSchema<QuarantineRow> SCHEMA = schema();

  private static TableSchema<QuarantineRow> schema() {
    var schema = Rows.schema(QuarantineRow.class, QuarantineRow::read);
    Rows.partitionKey(schema, row -> row.quarantined.id());
    Attributes.declare(schema, String.class, "reason", row -> row.quarantined.reason().name());
    Attributes.declare(
        schema, String.class, "shipment", row -> row.received().event().shipment().toString());
    Attributes.declare(
        schema, String.class, "receivedAt", row -> row.received().receivedAt().toString());
    RawAttribute.declare(
        schema, "event", row -> HistoryConverter.attribute(row.received().event()));
    return schema.build();
  }

  private ReceivedEvent received() {
    return quarantined.received();
  }

  private static QuarantineRow read(Attributes item) {
    ShipmentId shipment = ShipmentId.parse(item.get("shipment"));
    ReceivedEvent received =
        new ReceivedEvent(
            HistoryConverter.event(shipment, item.<AttributeValue>get("event").m()),
            Instant.parse(item.<String>get("receivedAt")));
    return new QuarantineRow(
        new QuarantinedEvent(received, QuarantineReason.valueOf(item.get("reason"))));
  }
}
