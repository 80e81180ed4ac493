package com.cargobond.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import java.util.Map;
import software.constructs.IConstruct;

/** Accepts what the AwsSolutions checks find, each time with the reason. */
final class Findings {

  private Findings() {}

  /** Accepts a finding about a resource or what it is made of. */
  static void accept(IConstruct resource, String rule, String reason) {
    NagSuppressions.addResourceSuppressions(
        resource, List.of(NagPackSuppression.builder().id(rule).reason(reason).build()), true);
  }

  /**
   * Accepts a finding, but only about a part of it.
   *
   * @param pattern matches the finding's own words, such as {@code ^Resource::\*$}
   */
  static void accept(IConstruct resource, String rule, String pattern, String reason) {
    NagSuppressions.addResourceSuppressions(
        resource,
        List.of(
            NagPackSuppression.builder()
                .id(rule)
                .appliesTo(List.of(Map.of("regex", "/" + pattern + "/")))
                .reason(reason)
                .build()),
        true);
  }
}
