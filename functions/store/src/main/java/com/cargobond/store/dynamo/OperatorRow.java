package com.cargobond.store.dynamo;

import com.cargobond.domain.identity.Uscc;
import com.cargobond.store.OperatorProfile;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** How an operator's events travel. */
record OperatorRow(OperatorProfile profile, long revision) {

  static final String SORT_KEY = "PROFILE";

  static final TableSchema<OperatorRow> SCHEMA = schema();

  static String partitionKey(Uscc operator) {
    return "OPERATOR#" + operator;
  }

  private static TableSchema<OperatorRow> schema() {
    var schema = Rows.schema(OperatorRow.class, OperatorRow::read);
    Rows.partitionKey(schema, row -> partitionKey(row.profile.operator()));
    Rows.sortKey(schema, row -> SORT_KEY);
    Attributes.declare(schema, Long.class, Rows.REVISION, OperatorRow::revision);
    Attributes.declare(schema, String.class, "operator", row -> row.profile.operator().value());
    Attributes.declare(schema, Integer.class, "lanes", row -> row.profile.lanes());
    Attributes.declare(
        schema, String.class, "currencies", row -> TermsRow.join(row.profile.currencies()));
    return schema.build();
  }

  private static OperatorRow read(Attributes item) {
    OperatorProfile profile =
        new OperatorProfile(
            new Uscc(item.get("operator")),
            item.<Integer>get("lanes"),
            TermsRow.split(item.get("currencies")));
    return new OperatorRow(profile, item.<Long>get(Rows.REVISION));
  }
}
