package com.cargobond.api;

import java.util.Map;
import java.util.Set;

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

  static Set<String> of(Class<?> resource, String method) {
    return BY_CALL.getOrDefault(resource.getSimpleName() + "." + method, Set.of());
  }
}
