package com.cargobond.store.deployment;

import java.util.List;

/**
 * What is called on a table.
 *
 * @param limit on which of its items, or how
 */
public record TableAccess(LedgerTable table, List<TableAction> actions, Limit limit) {

  /** What narrows the actions. */
  public sealed interface Limit {

    /** Nothing does. */
    record None() implements Limit {}

    /** Items of these kinds only. */
    record Only(List<KeyPrefix> kinds) implements Limit {}

    /** Items of any kind but these. */
    record Except(List<KeyPrefix> kinds) implements Limit {}

    /** Together with other writes only, in one transaction. */
    record InTransaction() implements Limit {}
  }

  static TableAccess to(LedgerTable table, TableAction... actions) {
    return new TableAccess(table, List.of(actions), new Limit.None());
  }

  TableAccess only(KeyPrefix... kinds) {
    return new TableAccess(table, actions, new Limit.Only(List.of(kinds)));
  }

  TableAccess except(KeyPrefix... kinds) {
    return new TableAccess(table, actions, new Limit.Except(List.of(kinds)));
  }

  TableAccess inTransaction() {
    return new TableAccess(table, actions, new Limit.InTransaction());
  }
}
