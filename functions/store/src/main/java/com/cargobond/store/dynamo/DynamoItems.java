package com.cargobond.store.dynamo;

import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.ledger.Item;
import com.cargobond.store.ledger.ItemKey;
import com.cargobond.store.ledger.ItemWrite;
import com.cargobond.store.ledger.Items;
import com.cargobond.store.ledger.Page;
import com.cargobond.store.ledger.Range;
import com.cargobond.store.ledger.Written;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactDeleteItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** Items on DynamoDB. */
public final class DynamoItems implements Items {

  private static final String CONDITION_FAILED = "ConditionalCheckFailed";
  private static final String CONFLICT = "TransactionConflict";
  private static final String NO_REASON = "None";

  /** Items of a partition that are read at once by their age. */
  private static final int AGED_AT_ONCE = 25;

  private final DynamoDbClient client;
  private final DynamoDbEnhancedClient enhanced;
  private final Map<LedgerTable, DynamoDbTable<Item>> tables = new EnumMap<>(LedgerTable.class);
  private final Map<LedgerTable, String> names = new EnumMap<>(LedgerTable.class);

  /**
   * The items of one deployment.
   *
   * @param prefix before each table's name
   */
  public DynamoItems(DynamoDbClient client, String prefix) {
    this.client = client;
    this.enhanced =
        DynamoDbEnhancedClient.builder().dynamoDbClient(client).extensions(List.of()).build();
    for (LedgerTable table : LedgerTable.values()) {
      tables.put(table, enhanced.table(table.name(prefix), ItemSchema.of(table)));
      names.put(table, table.name(prefix));
    }
  }

  @Override
  public Optional<Item> get(ItemKey key) {
    return Optional.ofNullable(
        tables.get(key.table()).getItem(get -> get.key(key(key)).consistentRead(true)));
  }

  @Override
  public Map<ItemKey, Item> get(Set<ItemKey> keys) {
    Map<ItemKey, Item> found = new HashMap<>();
    BatchRead read = new BatchRead(enhanced);
    Map<LedgerTable, List<Key>> byTable =
        keys.stream()
            .collect(
                Collectors.groupingBy(
                    ItemKey::table,
                    () -> new EnumMap<>(LedgerTable.class),
                    Collectors.mapping(DynamoItems::key, Collectors.toList())));
    byTable.forEach(
        (table, ofTable) ->
            read.add(tables.get(table), ofTable, item -> found.put(ItemKey.of(table, item), item)));
    read.run();
    return found;
  }

  @Override
  public Stream<Item> range(Range range) {
    // What is asked for up to a last key cannot exclude the first: a blank more comes after it.
    QueryConditional condition =
        range
            .upTo()
            .map(
                last ->
                    QueryConditional.sortBetween(
                        key(range.partition(), range.after() + " "), key(range.partition(), last)))
            .orElseGet(
                () -> QueryConditional.sortGreaterThan(key(range.partition(), range.after())));
    QueryEnhancedRequest.Builder query =
        QueryEnhancedRequest.builder().queryConditional(condition).consistentRead(true);
    if (range.atOnce() > 0) {
      query.limit(range.atOnce());
    }
    return tables.get(range.table()).query(query.build()).items().stream();
  }

  @Override
  public Page<Item> scan(LedgerTable table, int limit, Optional<String> after) {
    var page =
        tables
            .get(table)
            .scan(
                scan -> {
                  scan.limit(limit).consistentRead(true);
                  after.ifPresent(
                      last ->
                          scan.exclusiveStartKey(
                              Map.of(LedgerTable.PARTITION_KEY, AttributeValue.fromS(last))));
                })
            .iterator()
            .next();
    return new Page<>(
        page.items(),
        Optional.ofNullable(page.lastEvaluatedKey())
            .map(key -> key.get(LedgerTable.PARTITION_KEY).s()));
  }

  @Override
  public Stream<Item> byAge(LedgerTable table, String partition, String from) {
    QueryEnhancedRequest query =
        QueryEnhancedRequest.builder()
            .queryConditional(QueryConditional.sortGreaterThanOrEqualTo(key(partition, from)))
            .limit(AGED_AT_ONCE)
            .build();
    return tables.get(table).index(LedgerTable.BY_AGE).query(query).stream()
        .flatMap(page -> page.items().stream());
  }

  @Override
  public void mark(ItemKey key, String attribute, String value) {
    try {
      client.updateItem(
          update ->
              update
                  .tableName(names.get(key.table()))
                  .key(key(key).primaryKeyMap(tables.get(key.table()).tableSchema()))
                  .updateExpression("SET #a = :v")
                  .expressionAttributeNames(Map.of("#a", attribute))
                  .expressionAttributeValues(Map.of(":v", AttributeValue.fromS(value))));
    } catch (TransactionConflictException committing) {
      // It is being written this moment; who marks reads again anyway.
    }
  }

  @Override
  public Written write(List<ItemWrite> writes) {
    var request = TransactWriteItemsEnhancedRequest.builder();
    writes.forEach(write -> add(request, write));
    try {
      enhanced.transactWriteItems(request.build());
      return Written.ALL;
    } catch (TransactionInProgressException inProgress) {
      return new Written(Set.of(), true);
    } catch (TransactionCanceledException cancelled) {
      return written(cancelled);
    }
  }

  private static Written written(TransactionCanceledException cancelled) {
    List<CancellationReason> reasons = cancelled.cancellationReasons();
    Set<Integer> failed = new HashSet<>();
    boolean conflicted = false;
    for (int i = 0; i < reasons.size(); i++) {
      String code = reasons.get(i).code();
      if (CONDITION_FAILED.equals(code)) {
        failed.add(i);
      } else if (CONFLICT.equals(code)) {
        conflicted = true;
      } else if (!NO_REASON.equals(code)) {
        throw cancelled;
      }
    }
    if (failed.isEmpty() && !conflicted) {
      // Nobody says why, but nothing is written: it must not be taken for all of it.
      throw cancelled;
    }
    return new Written(failed, conflicted);
  }

  private void add(TransactWriteItemsEnhancedRequest.Builder request, ItemWrite write) {
    DynamoDbTable<Item> table = tables.get(write.key().table());
    var condition = Expressions.of(write.condition());
    switch (write) {
      case ItemWrite.Put put ->
          request.addPutItem(
              table,
              TransactPutItemEnhancedRequest.builder(Item.class)
                  .item(whole(put))
                  .conditionExpression(condition)
                  .build());
      case ItemWrite.Delete delete ->
          request.addDeleteItem(
              table,
              TransactDeleteItemEnhancedRequest.builder()
                  .key(key(delete.key()))
                  .conditionExpression(condition)
                  .build());
    }
  }

  private static Item whole(ItemWrite.Put put) {
    Map<String, Object> attributes = new HashMap<>(put.attributes());
    attributes.put(LedgerTable.PARTITION_KEY, put.key().partition());
    put.key().table().sortKey().ifPresent(name -> attributes.put(name, put.key().sort()));
    return new Item(attributes);
  }

  private static Key key(ItemKey key) {
    return key.sort().isEmpty()
        ? Key.builder().partitionValue(key.partition()).build()
        : key(key.partition(), key.sort());
  }

  private static Key key(String partition, String sort) {
    return Key.builder().partitionValue(partition).sortValue(sort).build();
  }
}
