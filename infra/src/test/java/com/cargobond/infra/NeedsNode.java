package com.cargobond.infra;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips, and says so, where there is no Node.js: the CDK's Java classes talk to a process of it.
 */
final class NeedsNode implements ExecutionCondition {

  private static final String MISSING =
      "infra: SKIPPED, node is not on the PATH: install Node.js 22 or later to test the templates";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Tool.NODE.isThere()) {
      return ConditionEvaluationResult.enabled("node is on the PATH");
    }
    System.err.println(MISSING);
    return ConditionEvaluationResult.disabled(MISSING);
  }
}
