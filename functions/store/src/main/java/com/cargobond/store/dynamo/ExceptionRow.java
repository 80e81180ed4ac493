package com.cargobond.store.dynamo;

import com.cargobond.store.OpenException;
import com.cargobond.store.OpenException.Kind;
import com.cargobond.store.SettledException;
import com.cargobond.store.deployment.LedgerTable;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** An exception, open or settled. */
record ExceptionRow(OpenException exception, Optional<Settlement> settlement) {

  /** The open ones are spread, since one mishap can open very many. */
  static final int PARTITIONS = 16;

  static final String SINCE = LedgerTable.SINCE;
  static final String COUNT = "count";

  /** Earlier versions wrote none. */
  private static final String LAST = "last";

  private static final String SETTLED = "SETTLED#";

  static final TableSchema<ExceptionRow> SCHEMA = schema();

  /** What a person did about it. */
  record Settlement(String by, String note, Instant at) {}

  static ExceptionRow open(OpenException exception) {
    return new ExceptionRow(exception, Optional.empty());
  }

  static ExceptionRow settled(SettledException settled) {
    return new ExceptionRow(
        settled.seenTo(), Optional.of(new Settlement(settled.by(), settled.note(), settled.at())));
  }

  static Key openKey(String id) {
    return Key.builder().partitionValue(partitionKey(partition(id))).sortValue(id).build();
  }

  static String partitionKey(int partition) {
    return "OPEN#" + partition;
  }

  static int partition(String id) {
    return Math.floorMod(id.hashCode(), PARTITIONS);
  }

  private static TableSchema<ExceptionRow> schema() {
    var schema = Rows.schema(ExceptionRow.class, ExceptionRow::read);
    Rows.partitionKey(schema, ExceptionRow::partitionKey);
    Rows.sortKey(schema, ExceptionRow::sortKey);
    Attributes.declare(schema, String.class, "kind", row -> row.exception.kind().name());
    Attributes.declare(schema, String.class, "subject", row -> row.exception.subject());
    Attributes.declare(schema, String.class, "code", row -> row.exception.code());
    Attributes.declare(schema, String.class, "reference", row -> row.exception.reference());
    Attributes.declare(schema, String.class, "detail", row -> row.exception.detail().orElse(null));
    Attributes.declare(schema, Integer.class, COUNT, row -> row.exception.count());
    Attributes.declare(schema, String.class, SINCE, row -> row.exception.since().toString());
    Attributes.declare(schema, String.class, LAST, row -> row.exception.last().toString());
    ContentAttributes.declare(schema, row -> row.exception.content());
    Attributes.declare(
        schema, String.class, "settledBy", row -> row.settlement.map(Settlement::by).orElse(null));
    Attributes.declare(
        schema, String.class, "note", row -> row.settlement.map(Settlement::note).orElse(null));
    return schema.build();
  }

  private String partitionKey() {
    String id = exception.id();
    return settlement.isPresent() ? SETTLED + id : partitionKey(partition(id));
  }

  private String sortKey() {
    return settlement.map(settled -> settled.at().toString()).orElseGet(exception::id);
  }

  private static ExceptionRow read(Attributes item) {
    OpenException exception =
        new OpenException(
            id(item),
            Kind.valueOf(item.get("kind")),
            item.get("subject"),
            item.get("code"),
            item.get("reference"),
            item.find("detail"),
            item.<Integer>find(COUNT).orElse(1),
            Instant.parse(item.<String>get(SINCE)),
            Instant.parse(item.<String>find(LAST).orElseGet(() -> item.get(SINCE))),
            ContentAttributes.read(item));
    return new ExceptionRow(
        exception,
        item.<String>find("settledBy")
            .map(
                by ->
                    new Settlement(
                        by, item.get("note"), Instant.parse(item.<String>get(Rows.SORT_KEY)))));
  }

  /** As it was when the row was written: of earlier versions it was made otherwise. */
  private static String id(Attributes item) {
    String partition = item.get(LedgerTable.PARTITION_KEY);
    return partition.startsWith(SETTLED)
        ? partition.substring(SETTLED.length())
        : item.get(Rows.SORT_KEY);
  }
}
