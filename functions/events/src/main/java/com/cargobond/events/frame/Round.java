package com.cargobond.events.frame;

import com.cargobond.store.ledger.Page;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;

/**
 * A list of the ledger, each entry once: from a place in it to its end, and from its beginning to
 * that place. Whoever begins elsewhere each time leaves none out for ever.
 */
public final class Round<T> implements Iterator<T> {

  private final Function<Optional<String>, Page<T>> list;
  private final Queue<T> page = new ArrayDeque<>();
  private final Set<T> seen = new HashSet<>();
  private Optional<String> after;
  private boolean isPastTheEnd;
  private boolean isReadToTheStart;

  /**
   * Begins a round.
   *
   * @param list a page of it after an entry, or from its beginning
   * @param start where the round begins; it need not be an entry
   */
  public Round(Function<Optional<String>, Page<T>> list, String start) {
    this.list = list;
    this.after = Optional.of(start);
  }

  @Override
  public boolean hasNext() {
    while (page.isEmpty() && !isReadToTheStart) {
      read();
    }
    return !page.isEmpty();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.remove();
  }

  private void read() {
    Page<T> read = list.apply(after);
    // What was left as it was stands there again behind the place where the round began.
    read.items().stream().filter(seen::add).forEach(page::add);
    after = read.after();
    isReadToTheStart = isPastTheEnd && after.isEmpty();
    isPastTheEnd = isPastTheEnd || after.isEmpty();
  }
}
