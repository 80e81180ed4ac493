package com.cargobond.store.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The open exceptions in the order of their age: each partition is read as far as it is needed, and
 * the partitions are merged.
 */
final class OpenExceptionsByAge implements Iterator<OpenException> {

  /** Of a time as it is stored, up to the second: fractions have any number of digits, or none. */
  private static final int LENGTH_TO_SECOND = "2026-01-01T00:00:00".length();

  private final PriorityQueue<Partition> partitions =
      new PriorityQueue<>(Comparator.comparing(Partition::first, OpenException.OLDEST_FIRST));

  /**
   * From a place on.
   *
   * @param reading the entries of a partition by their times as they are stored
   */
  OpenExceptionsByAge(Optional<ExceptionPlace> after, Function<String, Reading> reading) {
    String from = after.map(place -> second(place.since().toString())).orElse("0");
    IntStream.range(0, ExceptionItems.PARTITIONS)
        .mapToObj(ExceptionItems::partitionKey)
        .map(key -> new Partition(reading.apply(key).from(from), after))
        .filter(Partition::hasFirst)
        .forEach(partitions::add);
  }

  /** Reads one partition. */
  interface Reading {

    /** From a time on, as it is stored. */
    Iterator<OpenException> from(String time);
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
  private static final class Partition {

    private final Optional<ExceptionPlace> after;
    private final Iterator<OpenException> items;
    private final Queue<OpenException> ofOneSecond = new ArrayDeque<>();
    private Optional<OpenException> ahead;

    Partition(Iterator<OpenException> items, Optional<ExceptionPlace> after) {
      this.after = after;
      this.items = items;
      this.ahead = nextItem();
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
