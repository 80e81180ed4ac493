package com.cargobond.store.ledger;

import java.util.Optional;

/** What must hold of an item before it is written. */
public sealed interface Condition {

  /** Nothing. */
  Condition NONE = new None();

  /** There is no such item. */
  Condition ABSENT = new Absent();

  /** Whether it holds. */
  boolean holds(Optional<Item> present);

  /** Nothing. */
  record None() implements Condition {
    @Override
    public boolean holds(Optional<Item> present) {
      return true;
    }
  }

  /** There is no such item. */
  record Absent() implements Condition {
    @Override
    public boolean holds(Optional<Item> present) {
      return present.isEmpty();
    }
  }

  /** An attribute has a value. */
  record Is(String attribute, Object value) implements Condition {
    @Override
    public boolean holds(Optional<Item> present) {
      return present.filter(item -> same(item.attributes().get(attribute), value)).isPresent();
    }
  }

  /** There is no such item, or an attribute has a value. */
  record AbsentOrIs(String attribute, Object value) implements Condition {
    @Override
    public boolean holds(Optional<Item> present) {
      return present.isEmpty() || new Is(attribute, value).holds(present);
    }
  }

  /** One attribute has a value, and another has one or is missing. */
  record IsAndMayBe(Is is, Is mayBe) implements Condition {
    @Override
    public boolean holds(Optional<Item> present) {
      return is.holds(present)
          && (!present.orElseThrow().has(mayBe.attribute()) || mayBe.holds(present));
    }
  }

  /** Nobody has written it since this revision was read; 0 if it was not there. */
  static Condition revision(long read) {
    return read == 0 ? ABSENT : new Is(Version.REVISION, read);
  }

  private static boolean same(Object one, Object other) {
    return one instanceof Number a && other instanceof Number b
        ? a.longValue() == b.longValue()
        : other.equals(one);
  }
}
