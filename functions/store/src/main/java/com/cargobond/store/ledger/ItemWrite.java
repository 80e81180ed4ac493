package com.cargobond.store.ledger;

import java.util.Map;

/** One item that a transaction writes. */
public sealed interface ItemWrite {

  /** Which item. */
  ItemKey key();

  /** What must hold of it before. */
  Condition condition();

  /**
   * The item is this from now on.
   *
   * @param attributes all but the key
   */
  record Put(ItemKey key, Map<String, Object> attributes, Condition condition)
      implements ItemWrite {

    /** Whatever was there before. */
    public static Put of(ItemKey key, Map<String, Object> attributes) {
      return new Put(key, attributes, Condition.NONE);
    }
  }

  /** There is no such item any more. */
  record Delete(ItemKey key, Condition condition) implements ItemWrite {

    /** Whatever was there before. */
    public static Delete of(ItemKey key) {
      return new Delete(key, Condition.NONE);
    }
  }
}
