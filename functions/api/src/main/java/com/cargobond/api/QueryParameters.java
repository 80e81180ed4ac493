package com.cargobond.api;

import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The query parameters that each call takes; one that is not here takes none. They stand here once
 * more, because an executable does not know its methods' annotations.
 */
final class QueryParameters {

  private static final Map<String, Set<String>> BY_CALL =
      Map.of(
          "GuaranteeListResource.list", Set.of("registrationNo", "status", "limit", "after"),
          "GuaranteeDemandsResource.list", Set.of("limit", "after"),
          "OpenHoldsResource.list", Set.of("limit", "after"),
          "PaidRefundsResource.list", Set.of("from", "to", "limit", "after"),
          "ApprovalsResource.list", Set.of("from", "to", "limit", "after"),
          "ExceptionsResource.contents", Set.of("after"),
          "ExceptionsResource.list", Set.of("limit", "after", "kind", "code", "capability"));

  private QueryParameters() {}

  /**
   * The value of a parameter, where it is there.
   *
   * @throws InvalidInput with its name and the rule that it breaks
   */
  static <T> Optional<T> parse(String name, String text, Function<String, T> parse) {
    try {
      return Optional.ofNullable(text).map(parse);
    } catch (BrokenRule broken) {
      throw new InvalidInput(List.of(new Violation(name, broken.getMessage())));
    }
  }

  static Set<String> of(Class<?> resource, String method) {
    return BY_CALL.getOrDefault(resource.getSimpleName() + "." + method, Set.of());
  }
}
