package com.cargobond.store.dynamo;

import com.cargobond.store.Write;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How many bytes an item has as DynamoDB counts them. */
public final class ItemSize {

  /** Of a list or map, besides what is in it. */
  private static final int CONTAINER_BYTES = 3;

  /** Of each element of a list or map. */
  private static final int ELEMENT_BYTES = 1;

  private ItemSize() {}

  /**
   * Of what grows with what others send: shipments, deposits, what was set aside; 0 of all else.
   */
  public static long of(Write write) {
    return switch (write) {
      case Write.ShipmentWrite w ->
          of(ShipmentRow.SCHEMA.itemToMap(new ShipmentRow(w.shipment(), 1), true));
      case Write.DepositWrite w ->
          of(DepositRow.SCHEMA.itemToMap(new DepositRow(w.deposit(), 1, w.trail()), true));
      case Write.ContentKept w ->
          of(SetAsideRow.SCHEMA.itemToMap(SetAsideRow.of(w.exception(), w.aside()), true));
      default -> 0;
    };
  }

  static long of(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .mapToLong(attribute -> utf8(attribute.getKey()) + of(attribute.getValue()))
        .sum();
  }

  private static long of(AttributeValue value) {
    return switch (value.type()) {
      case S -> utf8(value.s());
      case N -> number(value.n());
      case B -> value.b().asByteArrayUnsafe().length;
      case BOOL, NUL -> 1;
      case L ->
          CONTAINER_BYTES
              + value.l().stream().mapToLong(element -> ELEMENT_BYTES + of(element)).sum();
      case M -> CONTAINER_BYTES + (long) ELEMENT_BYTES * value.m().size() + of(value.m());
      case SS -> value.ss().stream().mapToLong(ItemSize::utf8).sum();
      case NS -> value.ns().stream().mapToLong(ItemSize::number).sum();
      case BS, UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException("no row has a " + value.type());
    };
  }

  /** A byte for two digits that count, and one more; negative ones have another. */
  private static long number(String text) {
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    return (number.precision() + 1) / 2 + 1 + (number.signum() < 0 ? 1 : 0);
  }

  private static long utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
