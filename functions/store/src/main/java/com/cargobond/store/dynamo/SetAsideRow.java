package com.cargobond.store.dynamo;

import com.cargobond.store.OpenException;
import com.cargobond.store.SetAside;
import com.cargobond.store.deployment.LedgerTable;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/**
 * What was set aside for an exception, beside it. The partition names when the entry was opened, so
 * that what a person has closed is never taken for what came up again later.
 */
record SetAsideRow(String partition, SetAside aside) {

  /** Not the exceptions' own, so that these rows are in no index of them. */
  private static final String SINCE = "setAsideAt";

  static final TableSchema<SetAsideRow> SCHEMA = schema();

  static SetAsideRow of(OpenException exception, SetAside aside) {
    return new SetAsideRow(partitionKey(exception), aside);
  }

  static String partitionKey(OpenException exception) {
    return "ASIDE#" + exception.id() + "#" + exception.since();
  }

  static Key key(OpenException exception, String id) {
    return Key.builder().partitionValue(partitionKey(exception)).sortValue(id).build();
  }

  private static TableSchema<SetAsideRow> schema() {
    var schema = Rows.schema(SetAsideRow.class, SetAsideRow::read);
    Rows.partitionKey(schema, SetAsideRow::partition);
    Rows.sortKey(schema, row -> row.aside.id());
    Attributes.declare(schema, String.class, "reference", row -> row.aside.reference());
    Attributes.declare(schema, String.class, "detail", row -> row.aside.detail().orElse(null));
    Attributes.declare(schema, String.class, SINCE, row -> row.aside.since().toString());
    ContentAttributes.declare(schema, row -> Optional.of(row.aside.content()));
    return schema.build();
  }

  private static SetAsideRow read(Attributes item) {
    return new SetAsideRow(
        item.get(LedgerTable.PARTITION_KEY),
        new SetAside(
            item.get(Rows.SORT_KEY),
            item.get("reference"),
            item.find("detail"),
            Instant.parse(item.<String>get(SINCE)),
            ContentAttributes.read(item).orElseThrow()));
  }
}
