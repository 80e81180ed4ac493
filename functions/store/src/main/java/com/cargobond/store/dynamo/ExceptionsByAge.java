package com.cargobond.store.dynamo;

import com.cargobond.store.ExceptionPlace;
import com.cargobond.store.OpenException;
import com.cargobond.store.deployment.LedgerTable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The open exceptions in the order of their age: each partition is read by the index as far as it
 * is needed, and the partitions are merged.
 */
final class ExceptionsByAge implements Iterator<OpenException> {

  /** Items of a partition that are read at once. */
  private static final int READ_AT_ONCE = 25;

  /** Of a time as it is stored, up to the second: fractions have any number of digits, or none. */
  private static final int LENGTH_TO_SECOND = "2026-01-01T00:00:00".length();

  private final DynamoDbClient client;
  private final String table;
  private final PriorityQueue<Partition> partitions =
      new PriorityQueue<>(Comparator.comparing(Partition::first, OpenException.OLDEST_FIRST));

  ExceptionsByAge(DynamoDbClient client, String table, Optional<ExceptionPlace> after) {
    this.client = client;
    this.table = table;
    IntStream.range(0, ExceptionRow.PARTITIONS)
        .mapToObj(number -> new Partition(number, after))
        .filter(Partition::hasFirst)
        .forEach(partitions::add);
  }

  @Override
  public boolean hasNext() {
    return !partitions.isEmpty();
  }

  @Override
  public OpenException next() {
    Partition oldest = partitions.poll();
    if (oldest == null) {
      throw new NoSuchElementException();
    }
    OpenException next = oldest.take();
    if (oldest.hasFirst()) {
      partitions.add(oldest);
    }
    return next;
  }

  /** Sorts what is of one second, since the index sorts times as texts. */
  private final class Partition {

    private final Optional<ExceptionPlace> after;
    private final Iterator<OpenException> items;
    private final Queue<OpenException> ofOneSecond = new ArrayDeque<>();
    private Optional<OpenException> ahead;

    Partition(int number, Optional<ExceptionPlace> after) {
      this.after = after;
      this.items = read(number);
      this.ahead = nextItem();
    }

    private Iterator<OpenException> read(int number) {
      String from = after.map(place -> second(place.since().toString())).orElse("0");
      return client
          .queryPaginator(
              query ->
                  query
                      .tableName(table)
                      .indexName(LedgerTable.BY_AGE)
                      .keyConditionExpression("pk = :pk AND #since >= :from")
                      .expressionAttributeNames(Map.of("#since", ExceptionRow.SINCE))
                      .expressionAttributeValues(
                          Map.of(
                              ":pk", AttributeValue.fromS(ExceptionRow.partitionKey(number)),
                              ":from", AttributeValue.fromS(from)))
                      .limit(READ_AT_ONCE))
          .items()
          .stream()
          .map(item -> ExceptionRow.SCHEMA.mapToItem(item).exception())
          .iterator();
    }

    private Optional<OpenException> nextItem() {
      return items.hasNext() ? Optional.of(items.next()) : Optional.empty();
    }

    boolean hasFirst() {
      while (ofOneSecond.isEmpty() && ahead.isPresent()) {
        readSecond();
      }
      return !ofOneSecond.isEmpty();
    }

    private void readSecond() {
      String second = second(ahead.orElseThrow().since().toString());
      List<OpenException> found = new ArrayList<>();
      while (ahead.filter(one -> second.equals(second(one.since().toString()))).isPresent()) {
        ahead.filter(one -> after.isEmpty() || after.get().isBefore(one)).ifPresent(found::add);
        ahead = nextItem();
      }
      found.sort(OpenException.OLDEST_FIRST);
      ofOneSecond.addAll(found);
    }

    OpenException first() {
      return ofOneSecond.element();
    }

    OpenException take() {
      return ofOneSecond.remove();
    }
  }

  private static String second(String time) {
    return time.substring(0, LENGTH_TO_SECOND);
  }
}
