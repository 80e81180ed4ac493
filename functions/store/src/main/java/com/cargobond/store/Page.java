package com.cargobond.store;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param after where the next page begins; empty on the last one
 */
public record Page<T>(List<T> items, Optional<String> after) {

  public Page {
    items = List.copyOf(items);
  }
}
