package com.cargobond.infra;

import com.cargobond.domain.input.BrokenRule;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads constants by the names that people write. */
final class Choices {

  private Choices() {}

  static <E extends Enum<E>> Function<String, E> of(Class<E> type, Function<E, String> id) {
    return text ->
        Arrays.stream(type.getEnumConstants())
            .filter(constant -> id.apply(constant).equals(text))
            .findFirst()
            .orElseThrow(
                () ->
                    new BrokenRule(
                        "must be "
                            + Arrays.stream(type.getEnumConstants())
                                .map(id)
                                .collect(Collectors.joining(" or "))));
  }
}
