package com.cargobond.store.deployment;

/**
 * How the partition keys of {@link LedgerTable#GUARANTEES} begin, by kinds of items that a function
 * may have to do with or not.
 */
public enum KeyPrefix {
  /** The guarantees themselves. */
  GUARANTEE,
  /** The identifier of an issuance, which only a command takes. */
  ISSUANCE,
  /** The number that a guarantor gave, which only a command takes. */
  NUMBER,
  /** The number that Customs gave, which only a command takes. */
  REGISTRATION,
  /** The identifier of a refund. */
  REFUND,
  /** Refunds that are on their way or wait. */
  OPEN_REFUNDS("OPEN-REFUNDS"),
  /** The identifier of any other payment. */
  PAYMENT,
  /** Other payments that are on their way or wait. */
  OPEN_PAYMENTS("OPEN-PAYMENTS"),
  /** The days on which something is due. */
  DEADLINES;

  private final String word;

  KeyPrefix() {
    this.word = name();
  }

  KeyPrefix(String word) {
    this.word = word;
  }

  /** The key of an item, such as {@code REFUND#RF-1}. */
  public String key(String id) {
    return word + "#" + id;
  }

  /** All keys of the kind, as a policy names them. */
  public String pattern() {
    return key("*");
  }
}
