package com.cargobond.store.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.store.ledger.DepositLedgerContract;
import com.cargobond.store.ledger.Ledger;
import com.cargobond.store.ledger.LedgerTable;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a deployment lets a function write is all that its code writes. */
class WrittenKeysTest extends DepositLedgerContract {

  private String prefix;

  @Override
  protected Ledger newLedger() {
    prefix = LocalDynamo.newPrefix();
    LedgerTables.create(LocalDynamo.client(), prefix);
    return new DynamoLedger(LocalDynamo.client(), prefix);
  }

  @AfterEach
  void nothing_else_was_written_beside_deposits() {
    List<Map<String, AttributeValue>> items =
        LocalDynamo.client()
            .scan(scan -> scan.tableName(LedgerTable.GUARANTEES.name(prefix)))
            .items();
    var keys = new TreeSet<String>();
    items.forEach(item -> keys.add(item.get(LedgerTable.PARTITION_KEY).s()));

    assertThat(keys)
        .allMatch(
            key ->
                ItemKeys.ofDeposits().stream()
                    .anyMatch(pattern -> key.matches(pattern.replace("*", ".*"))));
  }
}
