package com.cargobond.api.frame.request;

import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The query parameters of a call. */
public final class QueryParameters {

  private QueryParameters() {}

  /**
   * The value of a parameter, where it is there.
   *
   * @throws InvalidInput with its name and the rule that it breaks
   */
  public static <T> Optional<T> parse(String name, String text, Function<String, T> parse) {
    try {
      return Optional.ofNullable(text).map(parse);
    } catch (BrokenRule broken) {
      throw new InvalidInput(List.of(new Violation(name, broken.getMessage())));
    }
  }
}
