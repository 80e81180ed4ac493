package com.cargobond.store.dynamo;

import java.util.List;

/**
 * Which items of the guarantees table a function has to do with, as patterns of their partition
 * keys, in which an asterisk stands for anything: what a deployment lets it write.
 */
public final class ItemKeys {

  private static final String ANY = "*";

  private ItemKeys() {}

  /** What is written with a deposit: its refunds' identifiers, the open ones, its deadline. */
  public static List<String> ofDeposits() {
    return List.of("DEADLINES#" + ANY, "OPEN-REFUNDS#" + ANY, "REFUND#" + ANY);
  }

  /** Identifiers that only a command on a guarantee takes, and no event. */
  public static List<String> ofCommands() {
    return List.of("ISSUANCE#" + ANY, "NUMBER#" + ANY, "REGISTRATION#" + ANY);
  }

  /** The guarantees themselves. */
  public static List<String> ofGuarantees() {
    return List.of("GUARANTEE#" + ANY);
  }
}
