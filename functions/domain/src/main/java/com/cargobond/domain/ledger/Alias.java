package com.cargobond.domain.ledger;

/**
 * An identifier by which something of the ledger is found.
 *
 * @param kind what sort of identifier it is, in capitals; part of what is kept
 * @param isPermanent whether what it once belongs to it belongs to for ever, so that it need not be
 *     read twice
 */
public record Alias(String kind, String id, boolean isPermanent) {

  private static final String SEPARATOR = "#";

  /** An identifier that may come to belong to something else. */
  public static Alias of(String kind, String id) {
    return new Alias(kind, id, false);
  }

  /** An identifier that never changes its owner. */
  public static Alias permanent(String kind, String id) {
    return new Alias(kind, id, true);
  }

  @Override
  public String toString() {
    return kind + SEPARATOR + id;
  }
}
