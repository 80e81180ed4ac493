package com.cargobond.store.dynamo;

import com.cargobond.domain.audit.TrailHead;
import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.identity.DepositId;
import com.cargobond.store.deployment.LedgerTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A deposit as its journal; everything else follows from that. */
record DepositRow(Deposit deposit, long revision, TrailHead trail) {

  static final TableSchema<DepositRow> SCHEMA = schema();

  private static TableSchema<DepositRow> schema() {
    var schema = Rows.schema(DepositRow.class, DepositRow::read);
    Rows.partitionKey(schema, row -> row.deposit.id().value());
    Attributes.declare(schema, Long.class, Rows.REVISION, DepositRow::revision);
    Rows.trail(schema, DepositRow::trail);
    RawAttribute.declare(
        schema, "journal", row -> JournalConverter.attribute(row.deposit.journal()));
    return schema.build();
  }

  private static DepositRow read(Attributes item) {
    return new DepositRow(
        new Deposit(
            new DepositId(item.get(LedgerTable.PARTITION_KEY)),
            JournalConverter.journal(item.<AttributeValue>get("journal"))),
        item.<Long>get(Rows.REVISION),
        Rows.trail(item));
  }
}
