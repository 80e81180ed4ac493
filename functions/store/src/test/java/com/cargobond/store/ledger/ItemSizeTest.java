package com.cargobond.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.dynamo.LedgerTables;
import com.cargobond.store.dynamo.LocalDynamo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** An item is as large as DynamoDB says. */
class ItemSizeTest {

  private final Items items = items();

  @Test
  void text_is_counted_in_bytes_and_the_names_of_attributes_too() {
    assertThat(ItemSize.ofFields(Map.of("pk", "a"))).isEqualTo(3);
    assertThat(ItemSize.ofFields(Map.of("pk", "快"))).isEqualTo(5);
  }

  @Test
  void numbers_are_counted_by_their_digits() {
    assertThat(ItemSize.ofFields(Map.of("n", 12))).isEqualTo(1 + 2);
    assertThat(ItemSize.ofFields(Map.of("n", -123L))).isEqualTo(1 + 4);
    assertThat(ItemSize.ofFields(Map.of("n", 0))).isEqualTo(1 + 2);
    assertThat(ItemSize.ofFields(Map.of("n", 1_200_000))).isEqualTo(1 + 2);
  }

  @Test
  void dynamo_takes_the_largest_item_and_none_that_is_larger() {
    int rest = ChangeTooLarge.ITEM_BYTES_MAX - (int) ItemSize.of(item(""));

    ItemWrite.Put largest = item("x".repeat(rest));
    assertThat(ItemSize.of(largest)).isEqualTo(ChangeTooLarge.ITEM_BYTES_MAX);
    items.write(List.of(largest));

    assertThatThrownBy(() -> items.write(List.of(item("x".repeat(rest + 1)))))
        .isInstanceOf(DynamoDbException.class)
        .hasMessageContaining("Item size");
  }

  private static ItemWrite.Put item(String text) {
    return ItemWrite.Put.of(
        ItemKey.of(LedgerTable.SHIPMENTS, "the largest"),
        Map.of(
            "list",
            List.of("a", "快"),
            "map",
            Map.of("k", "v", "l", "w"),
            "flag",
            true,
            "number",
            12_345,
            "text",
            text));
  }

  private static Items items() {
    String prefix = LocalDynamo.newPrefix();
    LedgerTables.create(LocalDynamo.client(), prefix);
    return LocalDynamo.ledger(prefix).items();
  }
}
