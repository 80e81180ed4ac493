package com.cargobond.api.frame.request;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What calls take besides what their paths name. Each capability produces one of its own: the
 * annotations say the same, but an executable does not know its methods' annotations.
 *
 * @param queryParameters of each call that takes any
 * @param bodyless the calls that post nothing but themselves
 */
public record DeclaredCalls(Map<Call, Set<String>> queryParameters, Set<Call> bodyless) {

  /** A method of a resource. */
  public record Call(Class<?> resource, String method) {}

  /** What all capabilities declare, in one. */
  static DeclaredCalls of(List<DeclaredCalls> capabilities) {
    Map<Call, Set<String>> queryParameters = new HashMap<>();
    Set<Call> bodyless = new HashSet<>();
    for (DeclaredCalls declared : capabilities) {
      queryParameters.putAll(declared.queryParameters);
      bodyless.addAll(declared.bodyless);
    }
    return new DeclaredCalls(Map.copyOf(queryParameters), Set.copyOf(bodyless));
  }

  Set<String> queryParametersOf(Call call) {
    return queryParameters.getOrDefault(call, Set.of());
  }

  boolean takesNoBody(Call call) {
    return bodyless.contains(call);
  }
}
