package com.cargobond.domain.ledger;

/**
 * Names a subject of the ledger, as its trail does.
 *
 * @param kind the name of its {@link Kind}
 * @param id unique within its kind
 */
public record Ref(String kind, String id) {

  private static final String SEPARATOR = "#";

  @Override
  public String toString() {
    return kind + SEPARATOR + id;
  }
}
