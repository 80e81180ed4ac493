package com.cargobond.domain.event;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** How many bytes decoded JSON takes in a table whose items are bounded by bytes. */
public final class StoredSize {

  /** Names, times, effect and amount that are stored with each event. */
  static final int FIXED_PER_EVENT = 300;

  /** Another effect of an event, with its amount. */
  public static final int PER_MOVEMENT = 60;

  /** What a number, a flag or nothing takes at most. */
  private static final int SCALAR = 24;

  /** What a value takes besides its content. */
  private static final int OVERHEAD = 4;

  private StoredSize() {}

  /** The bytes of a map, list, string, number, flag or nothing. */
  public static int of(Object value) {
    return switch (value) {
      case String text -> OVERHEAD + text.getBytes(StandardCharsets.UTF_8).length;
      case Map<?, ?> map ->
          OVERHEAD
              + map.entrySet().stream()
                  .mapToInt(entry -> of(entry.getKey()) + of(entry.getValue()))
                  .sum();
      case List<?> list -> OVERHEAD + list.stream().mapToInt(StoredSize::of).sum();
      case null, default -> SCALAR;
    };
  }
}
