package com.cargobond.store.ledger;

/** Where the entries of a subject lie. */
public sealed interface Place {

  /** It has one entry. */
  record One(ItemKey key) implements Place {}

  /** It has several, which others may write one by one while they are read. */
  record Several(Range range) implements Place {}
}
