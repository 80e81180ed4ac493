package com.cargobond.store.ledger;

import java.util.List;
import java.util.Map;

/**
 * A change that no transaction can hold, or an item that no table can: trying again does not help,
 * so that what asks for it ends where a person sees it.
 */
public final class ChangeTooLarge extends RuntimeException {

  /** DynamoDB's bound on one item. */
  public static final int ITEM_BYTES_MAX = 400 * 1024;

  private static final long serialVersionUID = 1L;

  private ChangeTooLarge(String message) {
    super(message);
  }

  /**
   * Refuses more items than one transaction may write.
   *
   * @throws ChangeTooLarge if there are
   */
  static void requireItems(int items) {
    if (items > LedgerWrites.ITEMS_MAX) {
      throw new ChangeTooLarge(
          "one transaction cannot write %d items, at most %d"
              .formatted(items, LedgerWrites.ITEMS_MAX));
    }
  }

  /**
   * Refuses an item that is larger than a table takes. Only what holds lists or maps grows with
   * what others send.
   *
   * @throws ChangeTooLarge if it is
   */
  static void requireBytes(ItemWrite write) {
    if (write instanceof ItemWrite.Put put && mayGrow(put.attributes())) {
      long bytes = ItemSize.of(put);
      if (bytes > ITEM_BYTES_MAX) {
        // The identifier alone: what is too large to be kept is too large to be logged.
        throw new ChangeTooLarge(
            "one item cannot have %d bytes, at most %d: %s %s"
                .formatted(
                    bytes, ITEM_BYTES_MAX, put.key().table().baseName(), put.key().partition()));
      }
    }
  }

  private static boolean mayGrow(Map<String, Object> attributes) {
    return attributes.values().stream()
        .anyMatch(value -> value instanceof Map<?, ?> || value instanceof List<?>);
  }
}
