package com.cargobond.store;

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
  public static void requireItems(int items) {
    if (items > LedgerWrites.ITEMS_MAX) {
      throw new ChangeTooLarge(
          "one transaction cannot write %d items, at most %d"
              .formatted(items, LedgerWrites.ITEMS_MAX));
    }
  }

  /**
   * Refuses an item that is larger than a table takes.
   *
   * @param bytes as DynamoDB counts them
   * @throws ChangeTooLarge if it is
   */
  public static void requireBytes(Write write, long bytes) {
    if (bytes > ITEM_BYTES_MAX) {
      throw new ChangeTooLarge(
          "one item cannot have %d bytes, at most %d: %s"
              .formatted(bytes, ITEM_BYTES_MAX, nameOf(write)));
    }
  }

  /** The identifier alone: what is too large to be kept is too large to be logged. */
  private static String nameOf(Write write) {
    return switch (write) {
      case Write.ShipmentWrite w -> "shipment " + w.shipment().id();
      case Write.DepositWrite w -> "deposit " + w.deposit().id();
      case Write.ContentKept w -> "what was set aside for exception " + w.exception().id();
      default -> write.getClass().getSimpleName();
    };
  }
}
