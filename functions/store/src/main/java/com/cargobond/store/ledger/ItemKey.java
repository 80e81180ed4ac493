package com.cargobond.store.ledger;

import com.cargobond.store.deployment.LedgerTable;

/**
 * Where an item lies.
 *
 * @param sort its sort key; empty in a table without
 */
public record ItemKey(LedgerTable table, String partition, String sort) {

  /** An item of a table without sort keys. */
  public static ItemKey of(LedgerTable table, String partition) {
    return new ItemKey(table, partition, "");
  }

  /** The key of an item of a table. */
  public static ItemKey of(LedgerTable table, Item item) {
    return new ItemKey(
        table, item.text(LedgerTable.PARTITION_KEY), table.sortKey().map(item::text).orElse(""));
  }

  /** A number from zero up that sorts as it counts. */
  public static String padded(long number, int digits) {
    String plain = Long.toString(number);
    return "0".repeat(Math.max(0, digits - plain.length())) + plain;
  }
}
