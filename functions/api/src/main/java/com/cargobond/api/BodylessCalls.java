package com.cargobond.api;

import java.util.Set;

/** The calls that post nothing but themselves. */
final class BodylessCalls {

  private static final Set<String> ALL =
      Set.of(
          "GuaranteesResource.suspend",
          "GuaranteesResource.resume",
          "GuaranteesResource.cancel",
          "GuaranteesResource.release",
          "AmendmentsResource.acceptAmendment",
          "DemandsResource.reimburse",
          "ExceptionsResource.resend");

  private BodylessCalls() {}

  static boolean include(Class<?> resource, String method) {
    return ALL.contains(resource.getSimpleName() + "." + method);
  }
}
