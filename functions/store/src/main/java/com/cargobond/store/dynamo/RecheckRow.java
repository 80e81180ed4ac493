package com.cargobond.store.dynamo;

import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.store.Recheck;
import java.time.Instant;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** What was refused under a number must be asked again. */
record RecheckRow(Recheck recheck) {

  static final String PARTITION = "RECHECKS";

  /** Tells whether it is still the one that was read. */
  static final String SINCE = "since";

  static final TableSchema<RecheckRow> SCHEMA = schema();

  private static TableSchema<RecheckRow> schema() {
    var schema = Rows.schema(RecheckRow.class, RecheckRow::read);
    Rows.partitionKey(schema, row -> PARTITION);
    Rows.sortKey(schema, row -> row.recheck.number().value());
    Attributes.declare(schema, String.class, SINCE, row -> row.recheck.since().toString());
    Attributes.declare(schema, String.class, "after", row -> row.recheck.after().orElse(null));
    Attributes.declare(schema, Boolean.class, "lastRound", row -> row.recheck.isLastRound());
    return schema.build();
  }

  private static RecheckRow read(Attributes item) {
    return new RecheckRow(
        new Recheck(
            new RegistrationNo(item.get(Rows.SORT_KEY)),
            Instant.parse(item.<String>get(SINCE)),
            item.find("after"),
            // Earlier versions did not write it: one more round is asked.
            item.<Boolean>find("lastRound").orElse(false)));
  }
}
