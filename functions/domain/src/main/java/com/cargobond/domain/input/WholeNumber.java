package com.cargobond.domain.input;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Whole numbers of decoded JSON, where {@code 1}, {@code 1.0} and {@code 1e0} are the same. */
public final class WholeNumber {

  /** More digits do not fit a {@code long}. */
  private static final int DIGITS_MAX = 18;

  private WholeNumber() {}

  /** The number, if the value is whole. */
  static OptionalLong of(Object value) {
    return switch (value) {
      case Integer number -> OptionalLong.of(number);
      case Long number -> OptionalLong.of(number);
      case BigDecimal number -> of(number);
      case null, default -> OptionalLong.empty();
    };
  }

  private static OptionalLong of(BigDecimal number) {
    if (number.signum() == 0) {
      return OptionalLong.of(0);
    }
    // Before anything is computed of it: an exponent can be as large as its sender likes.
    long integerDigits = (long) number.precision() - number.scale();
    if (integerDigits < 1 || integerDigits > DIGITS_MAX) {
      return OptionalLong.empty();
    }
    return number.stripTrailingZeros().scale() <= 0
        ? OptionalLong.of(number.longValueExact())
        : OptionalLong.empty();
  }

  /** The fields with each whole number spelled in one way, so that equal content is equal. */
  public static Map<String, Object> inOneSpelling(Map<String, ?> fields) {
    Map<String, Object> spelled = new LinkedHashMap<>();
    fields.forEach((name, value) -> spelled.put(name, spelled(value)));
    return spelled;
  }

  /** The items, likewise. */
  public static List<Object> inOneSpelling(List<?> items) {
    List<Object> spelled = new ArrayList<>();
    items.forEach(item -> spelled.add(spelled(item)));
    return spelled;
  }

  @SuppressWarnings("unchecked")
  private static Object spelled(Object value) {
    return switch (value) {
      case Map<?, ?> map -> inOneSpelling((Map<String, ?>) map);
      case List<?> list -> inOneSpelling(list);
      case BigDecimal number -> spelled(number);
      case null, default -> value;
    };
  }

  private static Object spelled(BigDecimal number) {
    OptionalLong whole = of(number);
    if (whole.isEmpty()) {
      return number;
    }
    long value = whole.getAsLong();
    return value == (int) value ? (Object) (int) value : (Object) value;
  }
}
