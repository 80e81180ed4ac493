package com.cargobond.api.frame.request;

import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The {@code after} of a list. */
public final class PageToken {

  private PageToken() {}

  /**
   * Where the page begins.
   *
   * @param form what one that came from a page looks like
   * @throws InvalidInput if it looks otherwise
   */
  public static Optional<String> read(String after, Predicate<String> form) {
    Optional<String> token = Optional.ofNullable(after);
    if (token.filter(form.negate()).isPresent()) {
      throw new InvalidInput(List.of(new Violation("after", "must come from the page before")));
    }
    return token;
  }
}
