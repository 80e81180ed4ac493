package com.cargobond.store.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.deployment.KeyPrefix;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.deployment.TableAccess;
import com.cargobond.store.deployment.TableAccess.Limit;
import com.cargobond.store.ledger.DepositLedgerContract;
import com.cargobond.store.ledger.Ledger;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
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
            key -> writable().anyMatch(kind -> key.matches(kind.pattern().replace("*", ".*"))));
  }

  private static Stream<KeyPrefix> writable() {
    return EventFunction.PAY.permissions().tables().stream()
        .map(TableAccess::limit)
        .filter(Limit.Only.class::isInstance)
        .flatMap(limit -> ((Limit.Only) limit).kinds().stream());
  }
}
