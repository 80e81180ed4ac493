package com.cargobond.store.dynamo;

import com.cargobond.domain.guarantee.Beneficiaries;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.GuaranteeStatus;
import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.store.ListedGuarantee;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** A guarantee in the list of all; written with its terms. */
record ListedRow(ListedGuarantee guarantee) {

  static final String PARTITION = "GUARANTEES";

  static final TableSchema<ListedRow> SCHEMA = schema();

  private static TableSchema<ListedRow> schema() {
    var schema = Rows.schema(ListedRow.class, ListedRow::read);
    Rows.partitionKey(schema, row -> PARTITION);
    Rows.sortKey(schema, row -> row.guarantee.id().value());
    Attributes.declare(schema, String.class, "status", row -> row.guarantee.status().name());
    Attributes.declare(schema, String.class, "principal", row -> row.guarantee.principal().value());
    Attributes.declare(
        schema, String.class, "guarantorCnaps", row -> row.guarantee.guarantor().value());
    Attributes.declare(
        schema,
        String.class,
        "beneficiaries",
        row -> TermsRow.join(row.guarantee.beneficiaries().districts()));
    return schema.build();
  }

  private static ListedRow read(Attributes item) {
    return new ListedRow(
        new ListedGuarantee(
            new GuaranteeId(item.get(Rows.SORT_KEY)),
            GuaranteeStatus.valueOf(item.get("status")),
            new Uscc(item.get("principal")),
            new CnapsCode(item.get("guarantorCnaps")),
            new Beneficiaries(TermsRow.split(item.get("beneficiaries")))));
  }
}
