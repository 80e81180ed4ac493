package com.cargobond.store.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.ledger.ItemKey;
import com.cargobond.store.ledger.ItemWrite;
import com.cargobond.store.ledger.Written;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Of a transaction that DynamoDB cancelled nothing is written, whatever it says of the reasons. */
class CancelledTransactionsTest {

  private static final List<ItemWrite> TWO_WRITES =
      Stream.of("DEP-1", "DEP-2")
          .<ItemWrite>map(
              id -> ItemWrite.Put.of(ItemKey.of(LedgerTable.DEPOSITS, id), Map.of("revision", 1)))
          .toList();

  @Test
  void the_writes_whose_conditions_did_not_hold_are_told() {
    assertThat(written("None", "ConditionalCheckFailed")).isEqualTo(new Written(Set.of(1), false));
  }

  @Test
  void a_conflict_with_another_transaction_is_told() {
    assertThat(written("TransactionConflict", "None")).isEqualTo(new Written(Set.of(), true));
  }

  @Test
  void any_other_reason_is_a_failure() {
    assertFails("None", "ThrottlingError");
  }

  @Test
  void one_that_is_cancelled_for_no_reason_at_all_is_a_failure() {
    assertFails("None", "None");
    assertFails();
  }

  private static void assertFails(String... codes) {
    assertThatThrownBy(() -> written(codes)).isInstanceOf(TransactionCanceledException.class);
  }

  private static Written written(String... codes) {
    return new DynamoItems(new CancellingDynamo(codes), "").write(TWO_WRITES);
  }

  private record CancellingDynamo(String... codes) implements DynamoDbClient {

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
      throw TransactionCanceledException.builder()
          .cancellationReasons(
              Stream.of(codes)
                  .map(code -> CancellationReason.builder().code(code).build())
                  .toList())
          .build();
    }

    @Override
    public String serviceName() {
      return DynamoDbClient.SERVICE_NAME;
    }

    @Override
    public void close() {
      // There is nothing to close.
    }
  }
}
