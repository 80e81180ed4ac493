package com.cargobond.store.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.store.ChangeTooLarge;
import com.cargobond.store.deployment.LedgerTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** An item is as large as DynamoDB says. */
class ItemSizeTest {

  private final DynamoDbClient client = LocalDynamo.client();
  private final String table = LedgerTable.SHIPMENTS.name(newTables());

  @Test
  void text_is_counted_in_bytes_and_the_names_of_attributes_too() {
    assertThat(ItemSize.of(Map.of("pk", s("a")))).isEqualTo(3);
    assertThat(ItemSize.of(Map.of("pk", s("快")))).isEqualTo(5);
  }

  @Test
  void numbers_are_counted_by_their_digits() {
    assertThat(ItemSize.of(Map.of("n", AttributeValue.fromN("12")))).isEqualTo(1 + 2);
    assertThat(ItemSize.of(Map.of("n", AttributeValue.fromN("-123")))).isEqualTo(1 + 4);
    assertThat(ItemSize.of(Map.of("n", AttributeValue.fromN("0")))).isEqualTo(1 + 2);
  }

  @Test
  void dynamo_takes_the_largest_item_and_none_that_is_larger() {
    Map<String, AttributeValue> item =
        new HashMap<>(
            Map.of(
                "pk", s("the largest"),
                "list", AttributeValue.fromL(List.of(s("a"), s("快"))),
                "map", AttributeValue.fromM(Map.of("k", s("v"), "l", s("w"))),
                "flag", AttributeValue.fromBool(true),
                "text", s("")));
    int rest = ChangeTooLarge.ITEM_BYTES_MAX - (int) ItemSize.of(item);

    item.put("text", s("x".repeat(rest)));
    assertThat(ItemSize.of(item)).isEqualTo(ChangeTooLarge.ITEM_BYTES_MAX);
    put(item);

    item.put("text", s("x".repeat(rest + 1)));
    assertThatThrownBy(() -> put(item))
        .isInstanceOf(DynamoDbException.class)
        .hasMessageContaining("Item size");
  }

  private void put(Map<String, AttributeValue> item) {
    client.putItem(put -> put.tableName(table).item(item));
  }

  private String newTables() {
    String prefix = LocalDynamo.newPrefix();
    LedgerTables.create(client, prefix);
    return prefix;
  }

  private static AttributeValue s(String text) {
    return AttributeValue.fromS(text);
  }
}
