package com.cargobond.store.dynamo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.BatchGetItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.BatchGetResultPage;
import software.amazon.awssdk.enhanced.dynamodb.model.ReadBatch;

/** Rows of several tables, read consistently in as few calls as they fit into. */
final class BatchRead {

  /** DynamoDB's bound on the keys of one call. */
  private static final int KEYS_MAX = 100;

  /** Bounds the calls beyond those that are needed, for what DynamoDB left out. */
  private static final int MORE_CALLS_MAX = 10;

  private final DynamoDbEnhancedClient client;
  private final List<Part<?>> parts = new ArrayList<>();

  BatchRead(DynamoDbEnhancedClient client) {
    this.client = client;
  }

  /** Adds rows of a table; each that is there is given to {@code found}. */
  <R> BatchRead add(DynamoDbTable<R> table, Collection<Key> keys, Consumer<R> found) {
    if (!keys.isEmpty()) {
      parts.add(new Part<>(table, keys, found));
    }
    return this;
  }

  /**
   * Reads what was added.
   *
   * @throws IllegalStateException if DynamoDB leaves rows out again and again
   */
  void run() {
    int callsMax = missing() / KEYS_MAX + MORE_CALLS_MAX;
    for (int i = 0; i < callsMax && missing() > 0; i++) {
      call();
    }
    if (missing() > 0) {
      throw new IllegalStateException("DynamoDB left " + missing() + " items unread");
    }
  }

  private int missing() {
    return parts.stream().mapToInt(part -> part.missing.size()).sum();
  }

  private void call() {
    BatchGetItemEnhancedRequest.Builder request = BatchGetItemEnhancedRequest.builder();
    List<Part<?>> asked = new ArrayList<>();
    int room = KEYS_MAX;
    for (Part<?> part : parts) {
      int size = Math.min(room, part.missing.size());
      if (size > 0) {
        request.addReadBatch(part.first(size));
        asked.add(part);
        room -= size;
      }
    }
    BatchGetResultPage page = client.batchGetItem(request.build()).iterator().next();
    asked.forEach(part -> part.take(page));
  }

  private static final class Part<R> {

    private final DynamoDbTable<R> table;
    private final Consumer<R> found;
    private final List<Key> missing;

    Part(DynamoDbTable<R> table, Collection<Key> keys, Consumer<R> found) {
      this.table = table;
      this.found = found;
      this.missing = new ArrayList<>(keys);
    }

    /** Takes the first keys from the missing, to be asked for. */
    ReadBatch first(int size) {
      ReadBatch.Builder<R> batch =
          ReadBatch.builder(table.tableSchema().itemType().rawClass()).mappedTableResource(table);
      List<Key> keys = missing.subList(0, size);
      keys.forEach(key -> batch.addGetItem(get -> get.key(key).consistentRead(true)));
      keys.clear();
      return batch.build();
    }

    void take(BatchGetResultPage page) {
      page.resultsForTable(table).forEach(found);
      missing.addAll(page.unprocessedKeysForTable(table));
    }
  }
}
