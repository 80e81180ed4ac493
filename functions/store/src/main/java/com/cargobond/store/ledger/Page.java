package com.cargobond.store.ledger;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param after where the next page begins; empty on the last one
 */
public record Page<T>(List<T> items, Optional<String> after) {

  public Page {
    items = List.copyOf(items);
  }

  /** The same page of something else. */
  public <R> Page<R> map(Function<T, R> mapping) {
    return new Page<>(items.stream().map(mapping).toList(), after);
  }
}
