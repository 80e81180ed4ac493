package com.cargobond.store.ledger;

import com.cargobond.store.deployment.LedgerTable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** How many bytes an item has as DynamoDB counts them. */
final class ItemSize {

  private static final char LAST_OF_ASCII = 0x7F;

  /** Of a list or map, besides what is in it. */
  private static final int CONTAINER_BYTES = 3;

  /** Of each element of a list or map. */
  private static final int ELEMENT_BYTES = 1;

  private ItemSize() {}

  /** Of an item with its key. */
  static long of(ItemWrite.Put put) {
    ItemKey key = put.key();
    long keys = utf8(LedgerTable.PARTITION_KEY) + utf8(key.partition());
    if (!key.sort().isEmpty()) {
      keys += utf8(LedgerTable.SORT_KEY) + utf8(key.sort());
    }
    return keys + ofFields(put.attributes());
  }

  static long ofFields(Map<?, ?> fields) {
    if (fields instanceof Kept kept) {
      return kept.bytes();
    }
    long bytes = 0;
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      bytes += utf8((String) field.getKey()) + of(field.getValue());
    }
    return bytes;
  }

  private static long of(Object value) {
    return switch (value) {
      case null -> 1;
      case String text -> utf8(text);
      case Boolean flag -> 1;
      case Integer number -> number(number);
      case Long number -> number(number);
      case List<?> items -> ofItems(items);
      case Map<?, ?> fields ->
          CONTAINER_BYTES + (long) ELEMENT_BYTES * fields.size() + ofFields(fields);
      default -> throw new IllegalArgumentException("no item has a " + value.getClass().getName());
    };
  }

  private static long ofItems(List<?> items) {
    long bytes = CONTAINER_BYTES;
    for (Object item : items) {
      bytes += ELEMENT_BYTES + of(item);
    }
    return bytes;
  }

  /** A byte for two digits that count, and one more; negative ones have another. */
  private static long number(long value) {
    long rest = value;
    while (rest != 0 && rest % 10 == 0) {
      rest /= 10;
    }
    int digits = 1;
    for (long more = rest / 10; more != 0; more /= 10) {
      digits++;
    }
    return (digits + 1) / 2 + 1 + (value < 0 ? 1 : 0);
  }

  private static long utf8(String text) {
    int bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > LAST_OF_ASCII) {
        return text.getBytes(StandardCharsets.UTF_8).length;
      }
    }
    return bytes;
  }
}
